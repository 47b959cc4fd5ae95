"""Named values of the samples stand at their right places in what `emx` writes.

The table values.json was written from the specifications of the formats, and this program reads files with Python's
standard library only. So it catches what reading back can't: two names that were swapped in a field table, which is
wrong in both directions and undoes itself.

A row names a value by its place in the source (`from`) and its place in each target, which a list amends: by the text
expected there, or by the arithmetic that leads to it (`× 12`). A target in the source's own format has the value at the
same place unless the row says otherwise. `via` a format goes there and back; a row without a place in that format is
passed over. `patch` changes the sample first, so that no two of the values looked for are alike; `alike` says why some
may be.
"""

import json
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

from _emx import PACKAGE, Conversion, finish, json_of, rows_of, xml_of

TABLE = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
FEWEST = 40  # per source that has a whole table


class Document:
    """A file of any of the formats: the text at a place, or `None`."""

    def __init__(self, data, format_name, record):
        self.kind = {"cbam-qreport": "xml", "cbam-data-package": "xml", "cbam-template": "csv", "emx-csv": "csv"}.get(format_name, "json")
        self.record = record
        self.root = {"xml": xml_of, "csv": lambda data: rows_of(data)[0], "json": json_of}[self.kind](data)

    def text(self, place):
        if self.kind == "csv":
            return self.root.get(place) or None
        if self.kind == "xml":
            element = self.root.find("." + self.record + place)
            return None if element is None else element.text
        value = self._at(self.record + place)
        return {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value

    def _at(self, pointer):
        value = self.root
        for step in pointer.split("/")[1:]:
            if isinstance(value, list):
                value = value[int(step)] if int(step) < len(value) else None
            else:
                value = value.get(step) if isinstance(value, dict) else None
        return value


def patched(path, record, patch):
    """The sample with some of its values replaced."""
    data = path.read_bytes()
    if not patch:
        return data
    if path.suffix == ".xml":
        # As text, so that nothing else of the file changes.
        text = data.decode()
        for place, value in patch.items():
            text = replaced(text, place.split("/")[1:], value)
        return text.encode()
    document = json.loads(data)
    for place, value in patch.items():
        *steps, last = (record + place).split("/")[1:]
        target = document
        for step in steps:
            target = target[int(step)] if isinstance(target, list) else target[step]
        target[last] = value
    return json.dumps(document, ensure_ascii=False).encode()


def replaced(text, steps, value):
    """The text of an element, found by the first start tag of each step after that of the step before."""
    end = 0
    for step in steps:
        end = text.index(f"<{step}>", end) + len(step) + 2
    return text[:end] + value + text[text.index("<", end):]


def expected(source_text, rule):
    """The text that a rule asks for."""
    if rule[:2] in ("× ", "÷ "):
        number, factor = Decimal(source_text), Decimal(rule[2:])
        return number * factor if rule[0] == "×" else number / factor
    return rule


def converted(path, target):
    """What `emx` makes of a file, directly or by way of another format."""
    wanted, _, way = target.partition(" via ")
    with tempfile.TemporaryDirectory() as folder:
        for step in filter(None, (way, wanted)):
            conversion = Conversion(path, step, "--allow-incomplete")
            if conversion.output is None:
                return None, f"to {step}: exit {conversion.code}: {conversion.messages[:300]}"
            path = Path(folder) / step
            path.write_bytes(conversion.output)
    return conversion.output, None


def check(entry):
    """The problems of one source, and how many values were looked up."""
    path = PACKAGE / entry["source"]
    own_format = path.parent.parent.name
    problems, looked_up = [], 0
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"input{path.suffix}"
        source.write_bytes(patched(path, entry["record"], entry["patch"]))
        original = Document(source.read_bytes(), own_format, entry["record"])
        alike = Counter(original.text(row["from"]) for row in entry["values"]
                        if all(isinstance(row.get(target, ""), str) for target in entry["targets"]))
        problems += [f"{count} values are {text!r}: a swap would not be seen"
                     for text, count in alike.items() if count > 1 and "alike" not in entry]
        for target, record in entry["targets"].items():
            output, problem = converted(source, target)
            if problem:
                problems.append(f"{target}: {problem}")
                continue
            name, _, way = target.partition(" via ")
            document = Document(output, name.partition("@")[0], record)
            for row in entry["values"]:
                is_own = name.partition("@")[0] == own_format and (way or name not in row) and is_same_version(entry, name)
                place = row.get(name, row["from"] if is_own else None)
                if place is None or (way and way not in row):
                    continue
                place, rule = place if isinstance(place, list) else (place, None)
                text, found = original.text(row["from"]), document.text(place)
                wanted = expected(text, rule) if rule else text
                looked_up += 1
                same = Decimal(found) == wanted if isinstance(wanted, Decimal) and found else found == wanted
                if text is None or not same:
                    problems.append(f"{target}: {row['from']} {text!r}: expected {str(wanted)!r} at {place}, found {found!r}")
    return [f"{entry['source']}: {problem}" for problem in problems], looked_up


def is_same_version(entry, target):
    """Whether a target is the version that a PACT source is in: then places stay what they are."""
    if not target.startswith("pact@"):
        return True
    return target == ("pact@2.3" if entry["source"].endswith("-v2/input.json") else "pact@3.0")


def main():
    problems, total = [], 0
    for entry in TABLE:
        found, looked_up = check(entry)
        problems += found
        total += looked_up
        if len(entry["targets"]) > 1 and len(entry["values"]) < FEWEST:
            problems.append(f"{entry['source']}: only {len(entry['values'])} values")
    finish(f"{total} values of {len(TABLE)} sources were looked up", problems)


if __name__ == "__main__":
    main()
