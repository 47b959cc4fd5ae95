"""What is compared with: Python's json over a PACT list, and jsonschema when a schema is named as well.

    peer_json.py FILE [OPENAPI.yaml]
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    records = json.load(file)["data"]
if len(sys.argv) > 2:
    import jsonschema
    import yaml

    with open(sys.argv[2], encoding="utf-8") as file:
        components = yaml.load(file, yaml.CSafeLoader)["components"]
    schema = {"$ref": "#/components/schemas/ProductFootprint", "components": components}
    validator = jsonschema.Draft202012Validator(schema)
    sys.exit(any(error for record in records for error in validator.iter_errors(record)))
