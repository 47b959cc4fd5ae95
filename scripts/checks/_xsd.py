#!/usr/bin/env python3
"""Validates quarterly reports against the Commission's schema, which is not part of this package.

    _xsd.py SCHEMA FILE...

Prints FILE:LINE: MESSAGE for whatever the schema rejects. Exit status: 0 all valid, 1 some are not, 2 no verdict.
Needs libxml2, which the package needs as well, and nothing else.
"""

import ctypes
import ctypes.util
import sys


class Error(ctypes.Structure):
    """The beginning of libxml2's xmlError."""

    _fields_ = [
        ("domain", ctypes.c_int),
        ("code", ctypes.c_int),
        ("message", ctypes.c_char_p),
        ("level", ctypes.c_int),
        ("file", ctypes.c_char_p),
        ("line", ctypes.c_int),
    ]


Handler = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Error))


def load():
    """libxml2, with the types of the functions that are called."""
    xml = ctypes.CDLL(ctypes.util.find_library("xml2") or "libxml2.so.2")
    for name, result, arguments in [
        ("xmlSchemaNewParserCtxt", ctypes.c_void_p, [ctypes.c_char_p]),
        ("xmlSchemaParse", ctypes.c_void_p, [ctypes.c_void_p]),
        ("xmlSchemaNewValidCtxt", ctypes.c_void_p, [ctypes.c_void_p]),
        ("xmlSchemaSetValidStructuredErrors", None, [ctypes.c_void_p, Handler, ctypes.c_void_p]),
        ("xmlReadFile", ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int]),
        ("xmlSchemaValidateDoc", ctypes.c_int, [ctypes.c_void_p, ctypes.c_void_p]),
        ("xmlFreeDoc", None, [ctypes.c_void_p]),
    ]:
        function = getattr(xml, name)
        function.restype, function.argtypes = result, arguments
    return xml


def main(schema_path, paths):
    xml = load()
    schema = xml.xmlSchemaParse(xml.xmlSchemaNewParserCtxt(schema_path.encode()))
    if not schema:
        print(f"{schema_path}: not a schema that libxml2 can read", file=sys.stderr)
        return 2
    status = 0
    for path in paths:
        # XML_PARSE_NONET
        document = xml.xmlReadFile(path.encode(), None, 1 << 11)
        if not document:
            status = 2
            continue

        @Handler
        def report(_, error, path=path):
            message = error.contents.message.decode(errors="replace").strip()
            print(f"{path}:{error.contents.line}: {message}")

        context = xml.xmlSchemaNewValidCtxt(schema)
        xml.xmlSchemaSetValidStructuredErrors(context, report, None)
        verdict = xml.xmlSchemaValidateDoc(context, document)
        xml.xmlFreeDoc(document)
        if verdict < 0:
            status = 2
        elif verdict > 0 and status == 0:
            status = 1
    return status


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
