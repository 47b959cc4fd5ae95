"""Every real sample goes to `emx` and back to its own format, and nothing of it is lost.

PACT: equal as JSON, record by record, with the digits as they were written. QReport: equal as XML up to prefixes and
white space around texts. Data packages of one product likewise. What can't come back is listed with its reason in corpus_roundtrip.json; an entry there that
nothing needs any more is a failure, too.
"""

import json
import tempfile
from pathlib import Path

from _emx import Conversion, finish, inputs, json_of, name, need_shared, xml_of

EXCEPTIONS = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))


def pact_leaves(data):
    document = json_of(data)
    if isinstance(document, dict):
        document = document["data"] if "data" in document else [document]
    records = document if isinstance(document, list) else [document]
    return dict(leaves_of_json(records, ""))


def leaves_of_json(value, path):
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves_of_json(member, f"{path}/{key}")
    elif isinstance(value, list):
        yield path, f"{len(value)} items"
        for index, item in enumerate(value):
            yield from leaves_of_json(item, f"{path}/{index}")
    else:
        yield path, value


def qreport_leaves(data):
    leaves = {}

    def walk(element, path):
        for key, value in element.attrib.items():
            if not key.startswith("{"):
                leaves[f"{path}/@{key}"] = value
        if len(element) == 0:
            leaves[path] = element.text
        counts = {}
        for child in element:
            counts[child.tag] = counts.get(child.tag, 0) + 1
            walk(child, f"{path}/{child.tag}[{counts[child.tag]}]")

    walk(xml_of(data), "")
    return leaves


def package_leaves(data):
    """Without the marks that a field is informative, which say the same in every package."""
    return {path: value for path, value in qreport_leaves(data).items()
            if path.rpartition("/")[2] not in ("@regulatory", "@optional", "@informative")}


def plain(path):
    """A path without the positions in lists."""
    return "/".join(step.partition("[")[0] for step in path.split("/") if not step.isdigit())


def version_of(data):
    """The version to go back to: `emx` keeps what it was."""
    document = json_of(data)
    while not (isinstance(document, dict) and "specVersion" in document):
        document = document[0] if isinstance(document, list) else document["data"]
    return ".".join(document["specVersion"].split(".")[:2])


def round_trip(path, target):
    """The differences that a file shows after going to `emx` and back, and what the two reports list as lost."""
    there = Conversion(path, "emx", "--allow-incomplete")
    if there.output is None:
        return None, [f"to emx: exit {there.code}: {there.messages[:300]}"]
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(there.output)
        file.flush()
        back = Conversion(file.name, target, "--allow-incomplete")
    if back.output is None:
        return None, [f"back: exit {back.code}: {back.messages[:300]}"]
    lost = [f"{step}: {loss['kind']} {loss['path']}: {loss.get('was', '')!r}"
            for step, run in (("to emx", there), ("back", back)) for loss in run.report["losses"]]
    return back.output, lost


class Exceptions:
    """The places that may differ, and which of them did."""

    used = set()

    @classmethod
    def cover(cls, file, place):
        """Whether a place of a file may differ."""
        covering = {(index, listed) for index, group in enumerate(EXCEPTIONS) if file in group["files"]
                    for listed in group["paths"]
                    if listed == place or listed.endswith("/*") and place.startswith(listed[:-1])}
        cls.used |= covering
        return bool(covering)

    @classmethod
    def unused(cls):
        return [listed for index, group in enumerate(EXCEPTIONS) for listed in group["paths"]
                if (index, listed) not in cls.used]


def compare(path, format_name, leaves):
    """The problems of one file, its number of values, and how many of them differ for a listed reason."""
    before = leaves(path.read_bytes())
    target = format_name
    if format_name == "pact":
        target = f"pact@{version_of(path.read_bytes())}"
    elif format_name == "catena-x-pcf":
        target = f"{format_name}@{'9.0.0' if b'scopeOfPcfForm' in path.read_bytes() else '7.0.0'}"
    output, lost = round_trip(path, target)
    if output is None:
        return lost, len(before), 0
    after = leaves(output)
    problems, excepted = [], 0
    for place in sorted(before.keys() | after.keys()):
        if before.get(place) == after.get(place):
            continue
        if Exceptions.cover(name(path), plain(place)):
            excepted += 1
        else:
            problems.append(f"{place}: {before.get(place, 'absent')!r} → {after.get(place, 'absent')!r}")
    if len(lost) > excepted:
        problems += lost
    return problems, len(before), excepted


def main():
    need_shared()
    problems, files, values, excepted = [], 0, 0, 0
    for format_name, leaves in (("pact", pact_leaves), ("cbam-qreport", qreport_leaves),
                                ("cbam-data-package", package_leaves), ("catena-x-pcf", pact_leaves),
                                ("ileap", pact_leaves)):
        for path in inputs(format_name):
            # A package of several products comes back as several.
            if format_name == "cbam-data-package" and path.read_bytes().count(b"<Product ") > 1:
                continue
            found, count, listed = compare(path, format_name, leaves)
            problems += [f"{name(path)}: {problem}" for problem in found]
            files, values, excepted = files + 1, values + count, excepted + listed
    problems += [f"the exception for {listed} is not needed" for listed in Exceptions.unused()]
    finish(f"{files} files with {values} values went to emx and back, {excepted} differ for a listed reason", problems)


if __name__ == "__main__":
    main()
