"""What we write as QReport validates against the official XSD 23.00, by xmllint."""

import shutil
import subprocess

from _emx import QREPORT_SCHEMA, Conversion, finish, inputs, name, need_shared


def main():
    need_shared()
    problems, validated, withheld = [], 0, 0
    if not shutil.which("xmllint"):
        problems.append("xmllint is not installed")
    for source in ("cbam-qreport", "emx", "emx-csv"):
        for path in inputs(source):
            conversion = Conversion(path, "cbam-qreport")
            if conversion.output is None:
                withheld += 1
                if conversion.code != 1:
                    problems.append(f"{name(path)}: exit {conversion.code}")
                continue
            run = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", str(QREPORT_SCHEMA), "-"],
                                 input=conversion.output, capture_output=True, check=False)
            validated += 1
            if run.returncode != 0:
                problems += [f"{name(path)}: {line}" for line in run.stderr.decode().splitlines()[:8]]
    finish(f"{validated} reports validated, {withheld} conversions were withheld as incomplete", problems)


if __name__ == "__main__":
    main()
