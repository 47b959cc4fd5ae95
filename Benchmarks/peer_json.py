"""What is compared with: a parser and a schema validator of Python over a PACT list, with our schema of PACT 3.0.

    peer_json.py json|orjson [jsonschema|jsonschema-rs|fastjsonschema] FILE

It gives a verdict and nothing else: no places, no rules, no account. Formats are asserted where the validator can.
"""

import os
import sys

SCHEMA = f"{os.path.dirname(os.path.realpath(__file__))}/../schemas/pact/3.0/product-footprint.schema.json"


def verdicts(name, schema):
    """A function that tells whether a record is valid."""
    if name == "jsonschema":
        import jsonschema

        return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).is_valid
    if name == "jsonschema-rs":
        import jsonschema_rs

        return jsonschema_rs.validator_for(schema, validate_formats=True).is_valid
    import fastjsonschema

    # It knows drafts up to 7, which has no $defs.
    text = __import__("json").dumps(schema).replace("$defs", "definitions").replace("draft/2020-12/schema", "draft-07/schema#")
    check = fastjsonschema.compile(__import__("json").loads(text))

    def is_valid(record):
        try:
            check(record)
        except fastjsonschema.JsonSchemaException:
            return False
        return True

    return is_valid


def main():
    loads = __import__(sys.argv[1]).loads
    with open(sys.argv[-1], "rb") as file:
        records = loads(file.read())["data"]
    if len(sys.argv) < 4:
        return 0
    with open(SCHEMA, "rb") as file:
        is_valid = verdicts(sys.argv[2], loads(file.read()))
    return any([not is_valid(record) for record in records])


if __name__ == "__main__":
    sys.exit(main())
