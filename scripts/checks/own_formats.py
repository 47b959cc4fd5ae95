"""The schemas of our own formats mean to others what they mean to `emx`.

Every sample and golden in `emx` and `emx-csv` is valid by Python's jsonschema and frictionless. Changed versions of them
get the same verdict from these as from `emx validate --schema`, or the difference is listed here with its reason.

    own_formats.py [VARIANTS PER FORMAT]
"""

import copy
import csv
import io
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import frictionless
import jsonschema

from _emx import EMX, PACKAGE, SAMPLES, finish, name

JSON_SCHEMA = PACKAGE / "schemas/emx/1.0/submission.schema.json"
TABLE_SCHEMA = PACKAGE / "schemas/emx-csv/1.0/table.schema.json"
VALUES = [None, True, False, 0, 12.5, "", " ", "banana", "12", "1,5", "1.2e+3", "-0.5", "12 kg", "NaN", "1e400",
          "2025-02-30", "2025-13-01", "2025-01-01", "2025-01-01T25:00:00Z", "2025-01-01T10:00:00+01:00", "20250101",
          "true", "kg", "DE", [], {}, ["a"], [1], {"x": "y"}]
CELLS = ["", " ", "banana", "12", " 12 ", "1,5", "1.2e+3", "+.5", "5.", "-0.5", "12 kg", "NaN", "INF", "Infinity", "nan",
         "1_000", "1e400", "2025-02-30", "2025-13-01", "2025-01-01", "2025-01-01T25:00:00Z", "20250101", "true", "false",
         "True", "1", "kg", "KG", "DE", "{", "{}", "a | b", "Active", "٣", "9" * 60]

# What one of the two refuses and the other does not: who refuses, what tells the case by the values, the rows and the
# codes that `emx` found, and why.
DIFFERENCES = [
    ("ours", lambda values, _, codes: "READ-002" in codes and {"2025-02-30"} & set(values),
     "a pattern does not know how many days a month has, the reader does"),
    ("theirs", lambda values, _, codes: {"READ-008", "ECSV-001", "ECSV-002", "ECSV-003"} & codes,
     "the reader or a rule finds an error at the same place, which is told once, in their words"),
    ("ours", lambda values, _, codes: any(re.fullmatch(r"\s*[-+]?(Infinity|inf|nan)\s*", value, re.I) for value in values),
     "frictionless takes what Python takes as a decimal; the standard has NaN, INF and -INF, the reader has none"),
    ("ours", lambda values, _, codes: any(re.fullmatch(r"[0-9_]*_[0-9_]*", value) for value in values),
     "frictionless takes 1_000, as Python does; the standard has digits only"),
    ("ours", lambda values, _, codes: any(not value.isascii() and value.strip().isdigit() for value in values),
     "frictionless takes the digits of any script, as Python does; the standard has 0 to 9"),
    ("ours", lambda values, _, codes: "READ-002" in codes and any(value.startswith("{") for value in values),
     "Table Schema can't look into the JSON of a text, the reader does"),
    ("theirs", lambda _, rows, codes: any(not any(row) for row in rows),
     "frictionless refuses blank rows; the standard says nothing of them, and spreadsheets leave them behind"),
]


def explanation(side, values, rows, codes):
    return next((why for who, fits, why in DIFFERENCES if who == side and fits(values, rows, codes)), None)


def files(format_name, suffix):
    return sorted((SAMPLES / format_name).glob("*/input.*")) + sorted(SAMPLES.glob(f"*/*/to-{format_name}.{suffix}"))


def verdicts(variants, suffix, schema):
    """The codes that `emx` finds with the schema, for each variant; one process for all of them."""
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(variants):
            (Path(folder) / f"{number:05}.{suffix}").write_bytes(data)
        run = subprocess.run(
            [EMX, "validate", "--schema", str(schema), "--from", "emx-csv" if suffix == "csv" else "emx",
             "--report", "ndjson", folder], capture_output=True, timeout=600)
        if run.returncode not in (0, 1, 4):
            raise SystemExit(f"emx ended with {run.returncode}: {run.stderr.decode()[:400]}")
        found = {f"{number:05}": set() for number in range(len(variants))}
        for line in run.stdout.splitlines():
            line = json.loads(line)
            if line["kind"] == "finding":
                found[Path(line["file"]).stem].add(line["code"])
        return list(found.values())


def is_refusal(codes):
    """What the reader and the schema both find at one place is told once, in the words of the reader; a column that is
    there twice and a row of another length are the reader's."""
    return any(code.startswith(("JSC-", "TAB-")) or code in ("READ-001", "READ-002", "CSV-002", "CSV-004")
               for code in codes)



# JSON

def places(value):
    if isinstance(value, (dict, list)) and value:
        yield value
        for child in value.values() if isinstance(value, dict) else value:
            yield from places(child)


def texts(value):
    if isinstance(value, (dict, list)):
        for child in value.values() if isinstance(value, dict) else value:
            yield from texts(child)
    else:
        yield str(value)


def changed_record(record, chance):
    changed = copy.deepcopy(record)
    for _ in range(chance.choice((1, 1, 2))):
        place = chance.choice(list(places(changed)))
        if isinstance(place, list):
            at = chance.randrange(len(place))
            chance.choice((lambda: place.append(copy.deepcopy(place[at])), lambda: place.pop(at), place.reverse,
                           lambda: place.__setitem__(at, chance.choice(VALUES))))()
            continue
        key = chance.choice(list(place))
        chance.choice((
            lambda: place.pop(key), lambda: place.__setitem__(key + "x", place.pop(key)),
            lambda: place.__setitem__(key, chance.choice(VALUES)), lambda: place.__setitem__(key, chance.choice(VALUES)),
            lambda: place.__setitem__(key, str(place[key]) * 40), lambda: place.__setitem__("global", True)))()
        if not isinstance(next(iter(changed.values()), None), dict):
            break
    return changed


def check_json(count, problems):
    schema = json.loads(JSON_SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    records, chance, used = [], random.Random("emx"), Counter()
    for path in files("emx", "json"):
        document = json.loads(path.read_text("utf-8"))
        parts = [{key: document[key] for key in ("emx", "header") if key in document}] + document["records"]
        problems += [f"{name(path)}: {error.json_path}: {error.message[:120]}"
                     for part in parts for error in validator.iter_errors(part)]
        records += document["records"]
    variants = [changed_record(chance.choice(records), chance) for _ in range(count)]
    files_of = [json.dumps({"emx": "1.0", "header": {}, "records": [record]}).encode() for record in variants]
    for number, (record, codes) in enumerate(zip(variants, verdicts(files_of, "json", JSON_SCHEMA))):
        errors = list(validator.iter_errors(record))
        if is_refusal(codes) == bool(errors):
            used["both refuse" if errors else "both accept"] += 1
            continue
        side = "theirs" if errors else "ours"
        reason = explanation(side, list(texts(record)), [], codes)
        used[reason] += 1
        if reason is None:
            problems.append(f"emx, variant {number}: only {side} refuses: "
                            f"{errors[0].message[:200] if errors else sorted(codes)}")
    return len(records), used


# CSV

def refuses_table(data, schema):
    report = frictionless.Resource(
        data=data, format="csv", encoding="utf-8", schema=schema).validate()
    return [error for task in report.tasks for error in task.errors]


def changed_table(rows, chance):
    rows = copy.deepcopy(rows)
    for _ in range(chance.choice((1, 1, 2))):
        row = chance.choice(rows[1:] or rows)
        filled = [at for at, cell in enumerate(row) if cell and at < len(rows[0])]
        at = chance.choice(filled) if chance.random() < 0.6 and filled else chance.randrange(min(len(row), len(rows[0])))

        def drop():
            for each in rows:
                del each[at:at + 1]

        def double():
            for each in rows:
                each.append(each[at] if at < len(each) else "")

        def turn():
            order = list(range(len(rows[0])))
            chance.shuffle(order)
            if all(len(each) == len(order) for each in rows):
                rows[:] = [[each[place] for place in order] for each in rows]

        chance.choice((
            drop, double, turn, lambda: rows[0].__setitem__(at, rows[0][at] + "x"), row.pop, lambda: row.append("x"),
            lambda: row.__setitem__(at, row[at] * 40), *[lambda: row.__setitem__(at, chance.choice(CELLS))] * 8))()
    return rows


def text_of(rows):
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def check_csv(count, problems):
    schema = frictionless.Schema.from_descriptor(json.loads(TABLE_SCHEMA.read_text("utf-8")))
    tables, chance, used = [], random.Random("emx-csv"), Counter()
    for path in files("emx-csv", "csv"):
        problems += [f"{name(path)}: {error.message[:160]}" for error in refuses_table(path.read_bytes(), schema)]
        tables.append(list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))))
    variants = [changed_table(chance.choice(tables), chance) for _ in range(count)]
    data = [text_of(rows) for rows in variants]
    for number, (rows, codes) in enumerate(zip(variants, verdicts(data, "csv", TABLE_SCHEMA))):
        errors = refuses_table(data[number], schema)
        if is_refusal(codes) == bool(errors):
            used["both refuse" if errors else "both accept"] += 1
            continue
        side = "theirs" if errors else "ours"
        reason = explanation(side, [cell for row in rows[1:] for cell in row], rows[1:], codes)
        used[reason] += 1
        if reason is None:
            problems.append(f"emx-csv, variant {number}: only {side} refuses: "
                            f"{errors[0].message[:200] if errors else sorted(codes)}")
    return len(tables), used


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    problems = []
    records, in_json = check_json(count, problems)
    tables, in_csv = check_csv(count, problems)
    for title, used in (("emx", in_json), ("emx-csv", in_csv)):
        for reason, number in used.most_common():
            print(f"  {title}: {number}: {reason}")
    finish(f"{records} records and {tables} tables are valid; {sum(in_json.values())} and {sum(in_csv.values())} "
           "changed ones got a verdict from both", problems)


if __name__ == "__main__":
    main()
