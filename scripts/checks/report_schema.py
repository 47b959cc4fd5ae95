#!/usr/bin/env python3
"""Hold the reports of emx against their published JSON Schemas.

    report_schema.py [EMX]

Runs the command on every sample and on some broken input, and validates what it prints. Needs the Python package
jsonschema (Debian: python3-jsonschema, 4 or later).
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

root = pathlib.Path(__file__).resolve().parents[2]
emx = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".build" / "debug" / "emx"

schemas = {
    file.split(".")[0]: json.loads((root / "schemas" / name / "1.0" / file).read_text())
    for name, file in [
        ("emx-report", "report.schema.json"),
        ("emx-report", "line.schema.json"),
        ("emx-loss", "loss.schema.json"),
        ("emx-diff", "diff.schema.json"),
    ]
}


def validators():
    """One validator per schema, each of which can refer to the other."""
    try:
        from referencing import Registry, Resource

        registry = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in schemas.values())
        return {n: jsonschema.Draft202012Validator(s, registry=registry) for n, s in schemas.items()}
    except ImportError:
        store = {s["$id"]: s for s in schemas.values()}
        return {
            n: jsonschema.Draft202012Validator(
                s, resolver=jsonschema.RefResolver(base_uri=s["$id"], referrer=s, store=store)
            )
            for n, s in schemas.items()
        }


def run(*arguments):
    result = subprocess.run([emx, *map(str, arguments)], capture_output=True)
    assert result.returncode not in (2, 70) and result.returncode >= 0, (arguments, result)
    return result


failures = checked = 0
for schema in schemas.values():
    jsonschema.Draft202012Validator.check_schema(schema)
by_name = validators()


def check(name, text, what):
    global failures, checked
    checked += 1
    document = json.loads(text)
    for error in by_name[name].iter_errors(document):
        failures += 1
        print(f"{what}: {name} at /{'/'.join(map(str, error.absolute_path))}: {error.message}")
    return document


def check_account(document, what):
    global failures
    account = document["account"]
    classes = sum(account[c] for c in ("carried", "converted", "kept", "dropped", "changed", "unread"))
    if classes != account["total"]:
        failures += 1
        print(f"{what}: the account does not add up: {account}")


def check_diff(a, b):
    """The differences of two files, and that they add up; None where there is no verdict."""
    global failures
    what = f"diff {a} {b}"
    result = run("diff", a, b, "--json", "--strict")
    if result.returncode > 1:
        return
    document = check("diff", result.stdout, what)
    kinds = [d["kind"] for record in document["records"] for d in record["differences"]]
    presences = [record["presence"] for record in document["records"] if record["kind"] != "header"]
    summary = document["summary"]
    wrong = [k for k, count in summary["fields"].items() if kinds.count(k) != count]
    wrong += [p for p in ("onlyInA", "onlyInB") if presences.count(p) != summary[p]]
    if document["differs"] != (result.returncode == 1):
        wrong.append("differs")
    if wrong:
        failures += 1
        print(f"{what}: the summary does not add up: {wrong}")


# Sheets in samples/map are read by their mappings alone.
inputs = sorted((root / "samples").glob("[!m]*/*/input.*"))
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    broken = []
    for index, sample in enumerate(inputs):
        bytes_ = sample.read_bytes()
        for kind, content in [("cut", bytes_[: len(bytes_) * 2 // 3]), ("comma", bytes_.replace(b".", b",", 40))]:
            path = folder / f"{index}-{kind}{sample.suffix}"
            path.write_bytes(content)
            broken.append(path)
    (folder / "empty").write_bytes(b"")
    broken += [folder / "empty", folder / "missing"]

    check("report", run("validate", "--report", "json", *inputs, *broken).stdout, "validate")
    check("report", run("validate", "--report", "json", "--max-findings", 1, *broken).stdout, "validate, truncated")
    for extra in [], ["--max-findings", 1]:
        lines = run("validate", "--report", "ndjson", *extra, *inputs, *broken).stdout.splitlines()
        kinds = [check("line", line, f"validate, line {number}")["kind"] for number, line in enumerate(lines, 1)]
        if kinds.count("file") != len(inputs) + len(broken):
            failures += 1
            print(f"{kinds.count('file')} files in the lines of {len(inputs) + len(broken)}")

    # A report is its own baseline; a file that is mended, and another that is broken, are told apart.
    baseline = folder / "baseline.json"
    baseline.write_bytes(run("validate", "--report", "json", *broken).stdout)
    for files, what in [(broken, "all"), (broken[1:], "one less"), (broken + inputs, "more")]:
        report = check("report", run("validate", "--report", "json", "--baseline", baseline, *files).stdout, what)
        statuses = [f["status"] for file in report["files"] for f in file["findings"]]
        compared = report["baseline"]
        if (statuses.count("new"), statuses.count("unchanged")) != (compared["new"], compared["unchanged"]):
            failures += 1
            print(f"{what}: findings say {statuses.count('new')} new, the summary {compared['new']}")
        differs = (compared["new"], compared["fixed"]) != (0, 0)
        if compared["fixed"] != len(compared["fixedFindings"]) or what == "all" and differs:
            failures += 1
            print(f"{what}: {compared['new']} new, {compared['fixed']} fixed")
        lines = run("validate", "--report", "ndjson", "--baseline", baseline, *files).stdout.splitlines()
        for line in lines:
            check("line", line, what)
    # All pairs and conversions of footprints and filings; with declarations a part, so that each has its turn.
    plain = {"pact", "cbam-qreport", "emx", "emx-csv"}
    origin = {path: path.parent.parent.name for path in inputs}
    origin |= {path: origin[inputs[index // 2]] for index, path in enumerate(broken[:-2])}
    for i, a in enumerate(inputs):
        for j, b in enumerate(inputs + broken):
            if a == b or (i + j) % 5 == 0 or origin[a] in plain and origin.get(b, "emx") in plain:
                check_diff(a, b)
    targets = [f["name"] for f in json.loads(run("formats", "--json").stdout) if f["writes"]]
    for i, sample in enumerate(inputs + broken):
        for j, target in enumerate(targets):
            if (i + j) % 3 and not (target in plain and origin.get(sample, "emx") in plain):
                continue
            loss = folder / "loss.json"
            loss.unlink(missing_ok=True)
            what = f"convert {sample} -t {target}"
            result = run("convert", sample, "-t", target, "-o", folder / "out", "--loss", loss, "--report", "json")
            check("report", result.stderr, what)
            if loss.exists():
                check_account(check("loss", loss.read_text(), what), what)

print(f"{checked} reports checked, {failures} failures")
sys.exit(1 if failures else 0)
