"""What we write as QReport validates against the official XSD 23.00."""

import contextlib
import io
import tempfile
from pathlib import Path

import _xsd
from _emx import QREPORT_SCHEMA, Conversion, finish, inputs, name, need_shared


def faults(report):
    """What the official schema says against a report, as lines."""
    said = io.StringIO()
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(said):
        path = Path(folder) / "output.xml"
        path.write_bytes(report)
        status = _xsd.main(str(QREPORT_SCHEMA), [str(path)])
    lines = [line.partition("output.xml:")[2] for line in said.getvalue().splitlines()]
    return lines or [f"status {status}"] * (status != 0)


def main():
    need_shared()
    problems, validated, withheld = [], 0, 0
    for path in inputs("cbam-qreport") + inputs("emx") + inputs("emx-csv"):
        conversion = Conversion(path, "cbam-qreport")
        if conversion.output is None:
            withheld += 1
            if conversion.code != 1 or "TGT-" not in conversion.messages:
                problems.append(f"{name(path)}: exit {conversion.code}, and no TGT finding")
            continue
        validated += 1
        problems += [f"{name(path)}: {line}" for line in faults(conversion.output)[:8]]
    if validated == 0:
        problems.append("nothing was validated")
    finish(f"{validated} reports validated, {withheld} conversions were withheld as incomplete", problems)


if __name__ == "__main__":
    main()
