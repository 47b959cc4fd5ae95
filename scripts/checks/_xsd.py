#!/usr/bin/env python3
"""Validates quarterly reports against the Commission's schema, which is not part of this package.

    _xsd.py SCHEMA FILE...

Prints FILE:LINE: MESSAGE for whatever the schema rejects. Exit status: 0 all valid, 1 some are not, 2 no verdict.
Needs libxml2, which the package needs as well, and nothing else.
"""

import ctypes
import ctypes.util
import sys
from pathlib import Path
from typing import NamedTuple


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
# XML_PARSE_NONET
NO_NETWORK = 1 << 11


def load():
    """libxml2, with the types of the functions that are called."""
    xml = ctypes.CDLL(ctypes.util.find_library("xml2") or "libxml2.so.2")
    for name, result, arguments in [
        ("xmlSchemaNewParserCtxt", ctypes.c_void_p, [ctypes.c_char_p]),
        ("xmlSchemaParse", ctypes.c_void_p, [ctypes.c_void_p]),
        ("xmlSchemaFreeParserCtxt", None, [ctypes.c_void_p]),
        ("xmlSchemaNewValidCtxt", ctypes.c_void_p, [ctypes.c_void_p]),
        ("xmlSchemaSetValidStructuredErrors", None, [ctypes.c_void_p, Handler, ctypes.c_void_p]),
        ("xmlSchemaFreeValidCtxt", None, [ctypes.c_void_p]),
        ("xmlReadMemory", ctypes.c_void_p,
         [ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int]),
        ("xmlSchemaValidateDoc", ctypes.c_int, [ctypes.c_void_p, ctypes.c_void_p]),
        ("xmlFreeDoc", None, [ctypes.c_void_p]),
    ]:
        function = getattr(xml, name)
        function.restype, function.argtypes = result, arguments
    return xml


class Fault(NamedTuple):
    """What a schema says against a report. The code is libxml2's."""

    line: int
    code: int
    message: str


class Schema:
    """A schema that libxml2 has compiled."""

    def __init__(self, path):
        self.xml = load()
        parser = self.xml.xmlSchemaNewParserCtxt(str(path).encode())
        self.schema = self.xml.xmlSchemaParse(parser)
        self.xml.xmlSchemaFreeParserCtxt(parser)
        if not self.schema:
            raise ValueError(f"{path}: not a schema that libxml2 can read")

    def faults(self, report):
        """What is wrong with a report, given as bytes. `None` if libxml2 comes to no verdict."""
        document = self.xml.xmlReadMemory(report, len(report), None, None, NO_NETWORK)
        if not document:
            return None
        found = []

        @Handler
        def note(_, error):
            error = error.contents
            found.append(Fault(error.line, error.code, error.message.decode(errors="replace").strip()))

        context = self.xml.xmlSchemaNewValidCtxt(self.schema)
        self.xml.xmlSchemaSetValidStructuredErrors(context, note, None)
        verdict = self.xml.xmlSchemaValidateDoc(context, document)
        self.xml.xmlSchemaFreeValidCtxt(context)
        self.xml.xmlFreeDoc(document)
        # An invalid report without a reason would pass for a valid one.
        return None if verdict < 0 or (verdict > 0) != bool(found) else found


def main(schema_path, paths):
    try:
        schema = Schema(schema_path)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    status = 0
    for path in paths:
        faults = schema.faults(Path(path).read_bytes())
        for fault in faults or []:
            print(f"{path}:{fault.line}: {fault.message}")
        if faults is None:
            status = 2
        elif faults and status == 0:
            status = 1
    return status


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
