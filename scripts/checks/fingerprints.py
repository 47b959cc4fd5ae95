#!/usr/bin/env python3
"""Hold emx to its word that findings are recognized after records changed places and the file was laid out anew.

    fingerprints.py [EMX]

Breaks values in every sample, then lays it out differently with Python's own readers and writers: records in reverse
order, members and columns in reverse order, other white space, escapes and prefixes. Compared with the report on the
first, the report on the second must have nothing new and nothing fixed.
"""

import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

root = pathlib.Path(__file__).resolve().parents[2]
emx = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".build" / "debug" / "emx"


def broken(text, index):
    """A value that can't be read, or that rules speak against, in place of some."""
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
        return text.replace(".", ",") if index % 2 else "-" + text
    return "Xland" if re.fullmatch(r"[A-Z]{2}", text) else text


class Breaking:
    def __init__(self):
        self.count = 0

    def __call__(self, value):
        if isinstance(value, dict):
            return {key: self(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self(item) for item in value]
        self.count += 1
        return broken(value, self.count) if isinstance(value, str) else value


def turned(value, depth=0):
    """Members reversed below the top, where their order is the file's; records reversed, other lists as they are."""
    if isinstance(value, dict):
        items = list(value.items())
        return {key: turned(item, depth + 1) for key, item in (reversed(items) if depth else items)}
    if isinstance(value, list):
        items = [turned(item, depth + 1) for item in value]
        return items[::-1] if depth < 2 else items
    return value


def json_pair(text):
    document = Breaking()(json.loads(text))
    return json.dumps(document, ensure_ascii=False), json.dumps(turned(document), ensure_ascii=True, indent=5)


def csv_pair(text):
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    rows = rows[:1] + [[broken(cell, index) for index, cell in enumerate(row)] for row in rows[1:]]

    def printed(rows, **options):
        output = io.StringIO()
        csv.writer(output, delimiter=delimiter, **options).writerows(rows)
        return output.getvalue()

    return printed(rows), printed([row[::-1] for row in rows[:1] + rows[:0:-1]], quoting=csv.QUOTE_ALL)


def xml_pair(text):
    tree = ElementTree.fromstring(text)
    for index, element in enumerate(tree.iter()):
        if element.text and len(element) == 0:
            element.text = broken(element.text, index)
    before = ElementTree.tostring(tree, encoding="unicode")
    goods = [child for child in tree if child.tag.endswith("}ImportedGood")]
    places = [list(tree).index(good) for good in goods]
    for place, good in zip(places, reversed(goods)):
        tree[place] = good
    ElementTree.register_namespace("other", tree.tag[1:].split("}")[0])
    ElementTree.indent(tree, "\t")
    return before, ElementTree.tostring(tree, encoding="unicode")


failures = compared = 0
with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)

    def report(name, text, *extra):
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="")
        command = [emx, "validate", path, "--report", "json", "--max-findings", "100000", *extra]
        return subprocess.run(command, capture_output=True).stdout

    # Sheets in samples/map are read by their mappings alone.
    for sample in sorted((root / "samples").glob("[!m]*/*/input.*")):
        pair = {".json": json_pair, ".csv": csv_pair, ".xml": xml_pair}[sample.suffix]
        before, after = pair(sample.read_text(encoding="utf-8"))
        baseline = folder / "baseline.json"
        baseline.write_bytes(report("before" + sample.suffix, before))
        result = json.loads(report("after" + sample.suffix, after, "--baseline", baseline))
        change = result["baseline"]
        compared += change["unchanged"]
        if change["new"] or change["fixed"] or change["partial"] or not change["unchanged"]:
            failures += 1
            print(f"{sample}: {[change[key] for key in ('new', 'fixed', 'unchanged', 'partial')]}")
            for finding in result["files"][0]["findings"]:
                if finding["status"] == "new":
                    print("  new", finding["code"], finding["path"], finding["message"])
            for finding in change["fixedFindings"]:
                print("  fixed", finding["code"], finding["message"])

print(f"{compared} findings recognized, {failures} failures")
sys.exit(1 if failures else 0)
