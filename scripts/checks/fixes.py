#!/usr/bin/env python3
"""Make the fixes that reports of emx propose, without emx, and compare with what emx itself makes of them.

    fixes.py [EMX]

Samples are misspelled in several ways and encodings. The edits of the JSON report are made in the bytes of the file,
the replacements of the SARIF report by lines and columns in its text. Both must give what `emx fix` writes, and what
`emx fix --diff` gives to patch(1); a second fix must find nothing.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
emx = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".build" / "debug" / "emx"
failures = fixes = files = 0

ways = [
    (r'"kilogram"', '"KG"'),
    (r': "(\d+)\.(\d+)"', r': "\1,\2"'),
    (r'"([A-Z]{2})"', lambda found: found[0].lower()),
    (r'(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z', r'\1 \2 UTC'),
    (r'>(\d+)\.(\d+)<', r'>\1,\2<'),
    (r'>([A-Z]{2})<', lambda found: ">\n  " + found[0][1:3].lower() + "\t<"),
    (r'>(\d{4})(\d\d)(\d\d)<', r'> \1 \2 \3<'),
    (r'>(true|false)<', lambda found: found[0].upper()),
    (r',tonne,', ', t ,'),
    (r';specific dataset;', ';Specific dataset;'),
    (r'"en15804a2"', '"EN15804A2"'),
    (r'"(mean|qty|a1a3|requestNetMass)": (\d[\d.]*)', r'"\1": "\2"'),
    (r',(\d+)\.(\d\d),', r',"\1,\2",'),
]


def run(*arguments):
    done = subprocess.run([emx, *map(str, arguments)], capture_output=True)
    assert done.returncode not in (2, 70) and done.returncode >= 0, (arguments, done)
    return done.stdout


def fail(what):
    global failures
    failures += 1
    print(what)


def made(edits, content):
    """Edits as (start, end, replacement) made in the content; of two at one place the longer one, the later one."""
    end = None
    for start, stop, replacement in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
        if end is None or stop <= end:
            content = content[:start] + replacement + content[stop:]
            end = start
    return content


def by_bytes(path, encoding):
    edits = []
    # Python writes a byte order mark wherever these begin.
    encoding = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
    for finding in json.loads(run("validate", "--report", "json", path))["files"][0]["findings"]:
        if finding.get("fix", {}).get("safety") == "safe":
            for edit in finding["fix"]["edits"]:
                start = edit["location"]["byteOffset"]
                before, after = edit["before"].encode(encoding), edit["after"].encode(encoding)
                if path.read_bytes()[start : start + len(before)] != before:
                    fail(f"{path}: {edit['before']!r} is not at byte {start}")
                edits.append((start, start + len(before), after))
    return made(outermost(edits), path.read_bytes()), len(edits)


def by_lines(path, encoding):
    text = path.read_bytes().decode(encoding)
    starts = [0] + [found.end() for found in re.finditer("\r\n|\r|\n", text)]
    edits = []
    for result in json.loads(run("validate", "--report", "sarif", path))["runs"][0]["results"]:
        for fix in result.get("fixes", []):
            if "unsafe" in fix["description"]["text"]:
                continue
            for replacement in fix["artifactChanges"][0]["replacements"]:
                region = replacement["deletedRegion"]

                def offset(line, column):
                    return starts[line - 1] + column - 1

                edits.append(
                    (
                        offset(region["startLine"], region["startColumn"]),
                        offset(region["endLine"], region["endColumn"]),
                        replacement["insertedContent"]["text"],
                    )
                )
    return made(outermost(edits), text).encode(encoding)


def outermost(edits):
    return [e for e in edits if not any(o != e and o[0] <= e[0] and e[1] <= o[1] and o[:2] != e[:2] for o in edits)]


def check(path, encoding):
    global fixes, files
    files += 1
    fixed = run("fix", path, "-o", "-")
    by_byte, count = by_bytes(path, encoding)
    fixes += count
    if count == 0:
        fail(f"{path}: nothing to fix")
    if by_byte != fixed:
        fail(f"{path}: the edits of the JSON report give something else than emx fix")
    if by_lines(path, encoding) != fixed:
        fail(f"{path}: the replacements of the SARIF report give something else than emx fix")
    again = path.with_name("again" + path.suffix)
    again.write_bytes(fixed)
    if run("fix", again, "-o", "-") != fixed:
        fail(f"{path}: a second fix changes something")
    if encoding != "utf-16":
        patched = path.with_name("patched" + path.suffix)
        diff = run("fix", path, "--diff")
        subprocess.run(["patch", "-s", "--binary", "-o", patched, path], input=diff, check=True)
        if patched.read_bytes() != fixed:
            fail(f"{path}: the diff gives something else than emx fix")


with tempfile.TemporaryDirectory() as folder:
    # Sheets in samples/map are read by their mappings alone.
    for index, sample in enumerate(sorted((root / "samples").glob("[!m]*/*/input.*"))):
        text = sample.read_bytes().decode("utf-8-sig")
        for way, replacement in ways:
            text = re.sub(way, replacement, text, count=4)
        for encoding in "utf-8", "utf-8-sig", "utf-16", "windows-1252":
            if sample.suffix == ".json" and encoding == "windows-1252":
                continue
            try:
                content = text.replace('encoding="UTF-8"', f'encoding="{encoding.upper()[:12].removesuffix("-SIG")}"')
                content = content.encode(encoding)
            except UnicodeEncodeError:
                continue
            path = pathlib.Path(folder) / f"{index}-{encoding}{sample.suffix}"
            path.write_bytes(content)
            check(path, encoding)

print(f"{fixes} edits in {files} files made and compared, {failures} failures")
sys.exit(1 if failures or not fixes else 0)
