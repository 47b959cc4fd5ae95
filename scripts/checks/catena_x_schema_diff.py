"""Our Catena-X schemas and the official ones give the same verdict, or the difference is listed here with its reason.

The samples of both, and changed versions of them: members removed, renamed, emptied, of another type, out of range.

    catena_x_schema_diff.py [VARIANTS PER VERSION]
"""

import copy
import json
import random
import sys

import jsonschema

from _emx import PACKAGE, SHARED, need_shared
from _verdicts import Verdicts, places

CORPUS = SHARED / "corpus/pcf/catena-x-pcf"
VERSIONS = ("4.0.1", "7.0.0", "8.0.0", "9.0.0")
VALUES = [None, True, False, 0, -1, 1, 2, 3.5, 4, 7, 101, "", "12", "x", "AR6", "AR4", "DE", "DEU", "UK-ENG", "", "Other",
          "Global", "Several", "piece", "hour", "2025-01-01T00:00:00Z", "2025-01-01", "at 2025-01-01T00:00:00Z",
          "urn:uuid:3893bb5d-da16-4dc1-9185-11d97476c254", "3893bb5d-da16-4dc1-9185-11d97476c254", "urn:x:y", [], {}, ["a"]]

formats = jsonschema.FormatChecker([])


@formats.checks("uri")
def is_uri(value):
    return not isinstance(value, str) or value.partition(":")[0].isalpha() and ":" in value


# What one of the two refuses and the other does not: versions, who refuses, which finding, and why.
DIFFERENCES = [
    ("*", "ours", lambda e: e.validator == "pattern" and "title" in e.schema
     and e.schema["title"].startswith(("a date and a time", "country", "part of a country")),
     "the official patterns have no ends, so that anything with a match in it keeps them, and for parts of countries all"),
]


def ours(version):
    path = PACKAGE / f"schemas/catena-x-pcf/{version}/pcf.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=formats)


def official(version):
    schema = json.loads((CORPUS / version / "gen/Pcf-schema.json").read_text("utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=formats)


def samples(version):
    found = [json.loads((CORPUS / version / "gen/Pcf.json").read_text("utf-8"))]
    for path in sorted((PACKAGE / "samples/catena-x-pcf").glob("*/input.json")):
        content = json.loads(path.read_text("utf-8"))
        found += [record for record in (content if isinstance(content, list) else [content])
                  if f":{version}" in json.dumps(record)]
    return found


def variant(record, chance):
    changed = copy.deepcopy(record)
    for _ in range(chance.choice((1, 1, 1, 2))):
        place = chance.choice(list(places(changed)) or [changed])
        if not place:
            continue
        key = chance.randrange(len(place)) if isinstance(place, list) else chance.choice(list(place))
        actions = [lambda: place.pop(key), lambda: place.__setitem__(key, chance.choice(VALUES)),
                   lambda: place.__setitem__(key, chance.choice(VALUES)), lambda: place.__setitem__(key, str(place[key]))]
        if isinstance(place, list):
            actions.append(lambda: place.append(copy.deepcopy(place[key])))
        else:
            actions.append(lambda: place.__setitem__(key + "x", place.pop(key)))
        chance.choice(actions)()
    return changed


def main():
    need_shared()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    verdicts = Verdicts(DIFFERENCES)
    for version in VERSIONS:
        mine, theirs, chance = ours(version), official(version), random.Random(version)
        originals = samples(version)
        for number, record in enumerate(originals + [variant(chance.choice(originals), chance) for _ in range(count)]):
            verdicts.compare(version, number, record, mine, theirs)
    verdicts.finish()


if __name__ == "__main__":
    main()
