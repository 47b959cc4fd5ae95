"""Our schema of openEPD and those of its authors give the same verdict, or the difference is listed here with its reason.

Their schemas come from their package of Python. The documents that it carries, the official sample, and documents with
every member, made from their schemas, are tried, and changed versions of them: members removed, renamed, added and
emptied, values of another type, out of range and misspelt, list items doubled and put in another order.

    openepd_schema_diff.py [VARIANTS PER KIND OF DOCUMENT]
"""

import copy
import json
import random
import re
import sys
from collections import Counter
from datetime import datetime

import jsonschema

from _emx import CORPUS, PACKAGE, finish, need_shared

# By the kind of a document: the file of its schema.
KINDS = {"openEPD": "openepd_epd", "openIndustryEpd": "openepd_industry_epd",
         "openGenericEstimate": "openepd_generic_estimate"}
VALUES = [None, True, False, 0, -1, 1, 2, 3.5, 50, 99.5, 100, 101, 2000, 1e400, "", " ", "12", "12.3", "NaN", "banana", "kg",
          "kgCO2e", "DE", "US-CA", "150", "EU27", "EU28", "us", "en", "eng", "openEPD", "OpenEPD", "openIndustryEpd", "normal",
          "Published", "Product EPD", "CC-BY", "pdf", "2025-01-01T00:00:00Z", "2025-02-30T00:00:00Z", "2025-01-01",
          "https://example.com/x", "nobody@example.com", "231-791-2", "7732-18-5", "91715e5e-fd0b-4d1c-8fab-76290c46e6ed",
          "x" * 40, "x" * 41, "x" * 200, "x" * 201, "x" * 2001, "x" * 20001, [], {}, ["a"], [1], [None], {"a": 1}, {"mean": 1},
          {"mean": "1"}, {"unit": "kg"}, {"qty": -1}, {"name": "x"}]

# What one of the two refuses and the other does not: who refuses, which finding, and why.
DIFFERENCES = [
    ("theirs", lambda e: "specs" in list(e.absolute_path)[:1],
     "what a product can do is told by categories, 400 of them, which change with each release of their package"),
    ("theirs", lambda e: isinstance(e.instance, str) and e.validator == "enum"
     and re.fullmatch(r"[A-Z]{2}(-[A-Z]{2})?|[0-9]{3}", e.instance) is not None,
     "which codes of places there are is for rules to say: the list has 600"),
]

formats = jsonschema.FormatChecker([])
EXAMPLES = {"date-time": "2025-01-01T00:00:00Z", "uri": "https://example.com/x", "email": "nobody@example.com",
            "uuid": "91715e5e-fd0b-4d1c-8fab-76290c46e6ed"}


@formats.checks("date-time", ValueError)
def is_moment(value):
    return not isinstance(value, str) or bool(datetime.fromisoformat(value) and "T" in value)


# What matters here is where a form is asked for, and not what each library takes for one.
for name, pattern in (("uri", r"\w+://\S+"), ("email", r"\S+@\S+"), ("uuid", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")):
    formats.checks(name)(lambda value, pattern=pattern: not isinstance(value, str) or bool(re.fullmatch(pattern, value)))


def theirs(kind):
    schema = json.loads((CORPUS / f"epd/openepd-package-derived/{KINDS[kind]}.schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=formats)


def ours():
    schema = json.loads((PACKAGE / "schemas/openepd/0.1/document.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=formats)


def example(schema, root, shown):
    """A value with every member that a schema tells of, once: where a definition was shown, only what it requires."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name.startswith("Specs"):
            return None
        definition = root["$defs"][name]
        if name in shown:
            definition = {**definition, "properties": {member: each for member, each in definition.get("properties", {}).items()
                                                       if member in definition.get("required", [])}}
        shown.add(name)
        return example(definition, root, shown)
    for several in ("anyOf", "allOf"):
        if several in schema:
            return example(schema[several][0], root, shown)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("type") == "array":
        item = example(schema.get("items", {}), root, shown)
        return [] if item is None else [item]
    if schema.get("type") == "object":
        members = {name: example(each, root, shown) for name, each in schema.get("properties", {}).items()}
        if isinstance(schema.get("additionalProperties"), dict):
            members["other"] = example(schema["additionalProperties"], root, shown)
        return {name: value for name, value in members.items() if value is not None}
    least = max(schema.get("minimum", 1), schema.get("exclusiveMinimum", 0) + 1)
    texts = {r"^\d{3}-\d{3}-\d$": "231-791-2", r"^\d{1,6}-\d{1,6}-\d{1,5}$": "7732-18-5"}
    text = EXAMPLES.get(schema.get("format"), texts.get(schema.get("pattern"), "xx"))
    return {"string": text, "number": least, "integer": least, "boolean": True}.get(schema.get("type"))


def originals(kind, schema):
    folder = CORPUS / "epd"
    paths = [*(folder / "openepd-package-derived").glob("example_*.json"), folder / "openepd-sample/epd.json"]
    found = [json.loads(path.read_text("utf-8")) for path in sorted(paths)]
    made = example(schema, schema, set())
    made["doctype"] = kind
    return [made] + [each for each in found if kind in (each.get("doctype", ""), each.get("doctype", "")[:1].lower()
                                                         + each.get("doctype", "")[1:])]


def places(value):
    """The containers in a value."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, (dict, list)) and each:
            yield each
            waiting += each.values() if isinstance(each, dict) else each


def variant(document, names, chance):
    """The document with one thing changed, or two."""
    changed = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 1, 2))):
        place = changed if chance.random() < 0.2 else chance.choice(list(places(changed)))
        at = chance.randrange(len(place)) if isinstance(place, list) else chance.choice(list(place))
        if isinstance(place, list):
            # Long lists of short items: one more than may be, and as many as may be.
            length = chance.choice((31, 32, 99, 100, 200, 254, 255)) if len(str(place)) < 300 else 0
            chance.choice((lambda: place.extend(place[:1] * length), lambda: place.pop(at),
                           lambda: place.__setitem__(at, chance.choice(VALUES))))()
        elif at != "doctype":
            chance.choice((
                lambda: place.pop(at), lambda: place.__setitem__(at + "x", place.pop(at)),
                *[lambda: place.__setitem__(at, chance.choice(VALUES))] * 4,
                lambda: place.__setitem__(chance.choice(names), chance.choice(VALUES)),
                lambda: place.__setitem__(at, str(place[at]))))()
        if not changed:
            break
    return changed


def explanation(side, errors):
    """Why one refuses what the other does not; `None` unless each finding is explained."""
    reasons = []
    for error in errors:
        leaves = [leaf for leaf in error.context or [error] if leaf.validator != "type" or not error.context]
        reason = next((why for who, fits, why in DIFFERENCES
                       if who == side and (fits(error) or leaves and all(fits(leaf) for leaf in leaves))), None)
        if reason is None:
            return None
        reasons.append(reason)
    return reasons[0]


def main():
    need_shared()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1200
    mine, problems, tried, used = ours(), [], 0, Counter()
    for kind in KINDS:
        official, chance = theirs(kind), random.Random(kind)
        names = sorted({name for part in [official.schema, *official.schema["$defs"].values()]
                        for name in part.get("properties", {})} & set(json.dumps(mine.schema).split('"')) - {"doctype"})
        documents = originals(kind, official.schema)
        variants = documents + [variant(chance.choice(documents[:1] * 2 + documents), names, chance) for _ in range(count)]
        variants += [{**documents[0], member: [place]} for member in ("applicable_in", "geography")
                     for place in ("DE", "XX", "US-CA", "US-XX", "150", "999", "EU27", "de", "DEU", "NAFTA", "15", "", None)]
        for number, document in enumerate(variants):
            tried += 1
            accepts = {"ours": mine.is_valid(document), "theirs": official.is_valid(document)}
            if number < len(documents) and not accepts["ours"]:
                problems.append(f"{kind}: an original is refused: {next(mine.iter_errors(document)).message[:200]}")
            if accepts["ours"] == accepts["theirs"]:
                used["both accept" if accepts["ours"] else "both refuse"] += 1
                continue
            side, schema = ("theirs", official) if accepts["ours"] else ("ours", mine)
            errors = list(schema.iter_errors(document))
            reason = explanation(side, errors)
            used[reason] += 1
            if reason is None:
                words = "; ".join(f"{error.json_path}: {error.message[:120]}" for error in errors[:3])
                problems.append(f"{kind}, variant {number}: only {side} refuses: {words}")
    for _, _, reason in DIFFERENCES:
        if not used[reason]:
            problems.append(f"never seen, so not needed: {reason}")
    for reason, number in used.most_common():
        print(f"  {number}: {reason}")
    finish(f"{tried} documents got a verdict from both schemas", problems)


if __name__ == "__main__":
    main()
