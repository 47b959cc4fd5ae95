"""Our PACT schemas and the official ones give the same verdict, or the difference is listed here with its reason.

Every PACT record of the samples and of the corpus is tried, and changed versions of it: members removed, renamed, added
and emptied, values of another type, out of range and misspelt, list items doubled and put in another order.

    pact_schema_diff.py [VARIANTS PER VERSION]
"""

import copy
import json
import random
import sys

import jsonschema

from _emx import PACKAGE, inputs, need_shared
from _verdicts import Verdicts, places
from pact_schema import formats, validator

VERSIONS = ("2.0", "2.1", "2.2", "2.3", "3.0")
VALUES = [None, True, False, 0, -1, 2, 3.5, 101, 1e400, "", " ", "12", "12 kg", "-0.5", "0", "1,5", "1.2e+3", "banana",
          "AR6", "AR", "urn:x:y", "Other", "DE", "UK-ENG", "PEF", "GHGP Product", "PACT Methodology 3.0",
          "2025-01-01T00:00:00Z", "2025-02-30T00:00:00Z", "2025-01-01", [], {}, ["a"], [1]]

# What one of the two refuses and the other does not: versions, who refuses, which finding, and why.
DIFFERENCES = [
    ("*", "ours", lambda e: e.validator == "pattern" and e.schema.get("title", "").startswith("a decimal number"),
     "the official files dropped their patterns for decimals: any text is a decimal there"),
    ("2.0 2.1", "theirs", lambda e: "'ipccCharacterizationFactorsSources' is a required property" in e.message,
     "required by the file, declared nowhere in it: it came with 2.2"),
    ("2.0", "theirs", lambda e: "'boundaryProcessesDescription' is a required property" in e.message,
     "the file of 2.0 is that of 2.1; in the text of 2.0 the member is optional"),
    ("2.0", "theirs", lambda e: list(e.path)[:2] == ["pcf", "assurance"] and "'assurance'" in e.message
     or list(e.path)[:3] == ["pcf", "assurance", "assurance"],
     "the file of 2.0 is that of 2.1, with which the member came"),
    ("2.0", "ours", lambda e: list(e.path)[:2] == ["pcf", "assurance"] and "'coverage'" in e.message,
     "the file of 2.0 is that of 2.1; in the text of 2.0 the member is mandatory"),
    ("2.3", "theirs", lambda e: list(e.path)[:2] == ["pcf", "crossSectoralStandards"] and e.validator == "enum",
     "the text spells standards in another way than the file, and knows PAS2050: both are read"),
]


def ours(version):
    path = PACKAGE / f"schemas/pact/{version}/product-footprint.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=formats)


def records(version):
    found = []
    for path in inputs("pact"):
        content = json.loads(path.read_text("utf-8"))
        data = content.get("data", content) if isinstance(content, dict) else content
        for record in data if isinstance(data, list) else [data]:
            if str(record.get("specVersion", "")).startswith(version[:2]):
                found.append(record)
    return found


def variant(record, names, chance):
    """The record with one thing changed, or two."""
    changed = copy.deepcopy(record)
    for _ in range(chance.choice((1, 1, 1, 2))):
        # Most of what can be said stands in the footprint itself.
        place = changed["pcf"] if chance.random() < 0.5 and changed.get("pcf") else chance.choice(list(places(changed)))
        if not isinstance(place, (dict, list)) or not place:
            continue
        if isinstance(place, list):
            at = chance.randrange(len(place))
            chance.choice((lambda: place.append(copy.deepcopy(place[at])), lambda: place.pop(at), place.reverse,
                           lambda: place.__setitem__(at, chance.choice(VALUES))))()
            continue
        key = chance.choice(list(place))
        chance.choice((
            lambda: place.pop(key), lambda: place.__setitem__(key + "x", place.pop(key)),
            lambda: place.__setitem__(key, chance.choice(VALUES)), lambda: place.__setitem__(key, chance.choice(VALUES)),
            lambda: place.__setitem__(chance.choice(names), chance.choice(VALUES)),
            lambda: place.__setitem__(key, str(place[key])), lambda: place.__setitem__(key, str(place[key]) * 40)))()
        if not isinstance(changed.get("pcf"), dict):
            break
    return changed


def main():
    need_shared()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    verdicts = Verdicts(DIFFERENCES)
    for version in VERSIONS:
        mine, official, chance = ours(version), validator(version), random.Random(version)
        names = sorted(set(mine.schema["properties"]) | set(mine.schema["$defs"]["carbonFootprint"]["properties"]))
        originals = records(version)
        variants = originals + [variant(chance.choice(originals), names, chance) for _ in range(count)]
        for number, record in enumerate(variants):
            verdicts.compare(version, number, record, mine, official)
    verdicts.finish()


if __name__ == "__main__":
    main()
