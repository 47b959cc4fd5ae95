"""Every value of a real openEPD document is at its place again after openepd → emx → openepd.

Plain walks over JSON, with none of our code: numbers as the digits that were written, texts as they are. What may differ
is a spelling: an indicator by another of its names, a doctype in other letters, a list of one class.
"""

import json
import tempfile

from _emx import CORPUS, SAMPLES, Conversion, finish, name, need_shared

# Other names of indicators, and what is written.
NAMES = {"RPRe": "RPRec", "rpre": "RPRec"}


def documents():
    found = sorted(SAMPLES.glob("openepd/*/input.json"))
    for folder in ("openepd-sample", "openepd-package-derived"):
        found += [path for path in sorted((CORPUS / "epd" / folder).glob("*.json"))
                  if "doctype" in json.loads(path.read_bytes())]
    return found


def documents_of(data):
    """The documents of a file, which stand in a list or one after another."""
    text, found, decoder = data.decode().strip(), [], json.JSONDecoder(parse_float=str, parse_int=str)
    while text:
        document, end = decoder.raw_decode(text)
        found += document if isinstance(document, list) else [document]
        text = text[end:].strip()
    return found


def leaves(value, path=""):
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f"{path}/{NAMES.get(key, key)}")
    elif isinstance(value, list):
        if len(value) == 1 and path.startswith("/product_classes/"):
            yield from leaves(value[0], path)
            return
        for index, item in enumerate(value):
            yield from leaves(item, f"{path}/{index}")
    elif value is not None or path.startswith(("/impacts/", "/resource_uses/", "/output_flows/")):
        yield path, value.lower() if path == "/doctype" else value


def leaves_by_place(documents):
    return {f"{index}{place}": value for index, document in enumerate(documents) for place, value in leaves(document)}


def round_trip(path):
    there = Conversion(path, "emx", "--allow-incomplete")
    if there.output is None:
        return None, [f"to emx: exit {there.code}: {there.messages[:300]}"]
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(there.output)
        file.flush()
        back = Conversion(file.name, "openepd", "--allow-incomplete")
    if back.output is None:
        return None, [f"back: exit {back.code}: {back.messages[:300]}"]
    return back.output, [f"{step}: {loss['kind']} {loss['path']}: {loss.get('was', '')!r}"
                         for step, run in (("to emx", there), ("back", back)) for loss in run.report["losses"]
                         if loss["kind"] != "added"]


def main():
    need_shared()
    problems, files, values, numbers = [], 0, 0, 0
    for path in documents():
        source = path.read_bytes()
        before = leaves_by_place(documents_of(source))
        output, found = round_trip(path)
        after = leaves_by_place(documents_of(output)) if output else {}
        # A document without a version gets that of what is written.
        after = {place: value for place, value in after.items()
                 if place in before or not place.endswith("/openepd_version")}
        for place in sorted(before.keys() | after.keys()):
            if (before.get(place), place in before) != (after.get(place), place in after):
                found.append(f"{place}: {before.get(place, 'absent')!r} → {after.get(place, 'absent')!r}")
        problems += [f"{name(path)}: {problem}" for problem in found]
        files, values = files + 1, values + len(before)
        numbers += sum(1 for _ in numbers_of(json.loads(source)))
    finish(f"{files} documents with {values} values, {numbers} of them numbers, went to emx and back", problems)


def numbers_of(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from numbers_of(item)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield value


if __name__ == "__main__":
    main()
