"""What we write as PACT validates against the official schema of its version.

Every PACT input, ours and the corpus', is written in every version. A conversion that publishes nothing, because the
target asks for what the source does not say, must say so with exit code 1.
"""

import json
import sys
from datetime import datetime

import jsonschema
import yaml

from _emx import PACT_SCHEMAS, Conversion, finish, inputs, name, need_shared

# What the official schema asks for and its own specification does not, by version.
FAULTS = {
    # The files of 2.0 and 2.1 require a property that they do not declare; it came with 2.2.
    "2.0": ["'ipccCharacterizationFactorsSources' is a required property"],
    "2.1": ["'ipccCharacterizationFactorsSources' is a required property"],
}


class Loader(yaml.SafeLoader):
    """Reads dates as texts, as JSON would."""


Loader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()}

formats = jsonschema.FormatChecker(["uuid"])


@formats.checks("date-time", ValueError)
def is_date_time(value):
    return not isinstance(value, str) or bool(datetime.fromisoformat(value))


def validator(version):
    path = PACT_SCHEMAS / f"openapi_v{version.replace('.', '_')}.yaml"
    components = yaml.load(path.read_text("utf-8"), Loader)["components"]
    schema = {"$ref": "#/components/schemas/ProductFootprint", "components": components}
    return jsonschema.Draft202012Validator(schema, format_checker=formats)


def main():
    need_shared()
    problems, records, withheld = [], 0, 0
    for version in ("2.0", "2.1", "2.2", "2.3", "3.0"):
        schema = validator(version)
        for path in inputs("pact"):
            conversion = Conversion(path, f"pact@{version}")
            if conversion.output is None:
                withheld += 1
                if conversion.code != 1 or "TGT-" not in conversion.messages:
                    problems.append(f"{name(path)} to {version}: exit {conversion.code}, and no TGT finding")
                continue
            for index, record in enumerate(json.loads(conversion.output)["data"]):
                records += 1
                for error in schema.iter_errors(record):
                    if error.message not in FAULTS.get(version, []):
                        problems.append(f"{name(path)} to {version}: record {index}: {error.json_path}: {error.message}")
    if records == 0:
        problems.append("nothing was validated")
    finish(f"{records} footprints validated, {withheld} conversions were withheld as incomplete", problems)


if __name__ == "__main__":
    sys.exit(main())
