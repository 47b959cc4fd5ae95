import EmissionsSchemas

/// The schemas of schemas, in as many words as the test suite needs.
enum Metaschemas {
    static let all: [SchemaDocument] = [draft07, draft2020, core, applicator, validation].compactMap {
        try? SchemaDocument(Array($0.text.utf8), uri: $0.uri)
    }

    private static let draft07 = (
        uri: "http://json-schema.org/draft-07/schema",
        text: """
            {"$schema": "http://json-schema.org/draft-07/schema#", "$id": "http://json-schema.org/draft-07/schema#",
             "type": ["object", "boolean"],
             "definitions": {
              "schemas": {"type": "array", "minItems": 1, "items": {"$ref": "#"}},
              "named": {"type": "object", "additionalProperties": {"$ref": "#"}},
              "count": {"type": "integer", "minimum": 0},
              "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
              "type": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
             },
             "properties": {
              "$id": {"type": "string"}, "$ref": {"type": "string"}, "$schema": {"type": "string"},
              "multipleOf": {"type": "number", "exclusiveMinimum": 0},
              "maximum": {"type": "number"}, "exclusiveMaximum": {"type": "number"},
              "minimum": {"type": "number"}, "exclusiveMinimum": {"type": "number"},
              "maxLength": {"$ref": "#/definitions/count"}, "minLength": {"$ref": "#/definitions/count"},
              "pattern": {"type": "string"}, "format": {"type": "string"},
              "items": {"anyOf": [{"$ref": "#"}, {"$ref": "#/definitions/schemas"}]},
              "additionalItems": {"$ref": "#"}, "contains": {"$ref": "#"}, "uniqueItems": {"type": "boolean"},
              "maxItems": {"$ref": "#/definitions/count"}, "minItems": {"$ref": "#/definitions/count"},
              "maxProperties": {"$ref": "#/definitions/count"}, "minProperties": {"$ref": "#/definitions/count"},
              "required": {"$ref": "#/definitions/names"}, "additionalProperties": {"$ref": "#"},
              "definitions": {"$ref": "#/definitions/named"}, "properties": {"$ref": "#/definitions/named"},
              "patternProperties": {"$ref": "#/definitions/named"}, "propertyNames": {"$ref": "#"},
              "dependencies": {"additionalProperties": {"anyOf": [{"$ref": "#"}, {"$ref": "#/definitions/names"}]}},
              "enum": {"type": "array"},
              "type": {"anyOf": [{"$ref": "#/definitions/type"},
               {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/definitions/type"}}]},
              "if": {"$ref": "#"}, "then": {"$ref": "#"}, "else": {"$ref": "#"}, "not": {"$ref": "#"},
              "allOf": {"$ref": "#/definitions/schemas"}, "anyOf": {"$ref": "#/definitions/schemas"},
              "oneOf": {"$ref": "#/definitions/schemas"}
             }}
            """
    )

    private static let draft2020 = (
        uri: "https://json-schema.org/draft/2020-12/schema",
        text: """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "$id": "https://json-schema.org/draft/2020-12/schema", "$dynamicAnchor": "meta",
             "type": ["object", "boolean"],
             "allOf": [{"$ref": "meta/core"}, {"$ref": "meta/applicator"}, {"$ref": "meta/validation"}]}
            """
    )

    private static let core = (
        uri: "https://json-schema.org/draft/2020-12/meta/core",
        text: """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "$id": "https://json-schema.org/draft/2020-12/meta/core", "$dynamicAnchor": "meta",
             "properties": {
              "$id": {"type": "string", "pattern": "^[^#]*#?$"}, "$ref": {"type": "string"},
              "$anchor": {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"},
              "$dynamicRef": {"type": "string"}, "$comment": {"type": "string"},
              "$defs": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}}}}
            """
    )

    private static let applicator = (
        uri: "https://json-schema.org/draft/2020-12/meta/applicator",
        text: """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "$id": "https://json-schema.org/draft/2020-12/meta/applicator", "$dynamicAnchor": "meta",
             "$defs": {"list": {"type": "array", "minItems": 1, "items": {"$dynamicRef": "#meta"}},
              "named": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}}},
             "properties": {
              "prefixItems": {"$ref": "#/$defs/list"}, "items": {"$dynamicRef": "#meta"},
              "contains": {"$dynamicRef": "#meta"}, "additionalProperties": {"$dynamicRef": "#meta"},
              "properties": {"$ref": "#/$defs/named"}, "patternProperties": {"$ref": "#/$defs/named"},
              "dependentSchemas": {"$ref": "#/$defs/named"}, "propertyNames": {"$dynamicRef": "#meta"},
              "if": {"$dynamicRef": "#meta"}, "then": {"$dynamicRef": "#meta"}, "else": {"$dynamicRef": "#meta"},
              "not": {"$dynamicRef": "#meta"}, "allOf": {"$ref": "#/$defs/list"}, "anyOf": {"$ref": "#/$defs/list"},
              "oneOf": {"$ref": "#/$defs/list"}}}
            """
    )

    private static let validation = (
        uri: "https://json-schema.org/draft/2020-12/meta/validation",
        text: """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "$id": "https://json-schema.org/draft/2020-12/meta/validation", "$dynamicAnchor": "meta",
             "$defs": {"count": {"type": "integer", "minimum": 0},
              "names": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
              "type": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}},
             "properties": {
              "type": {"anyOf": [{"$ref": "#/$defs/type"},
               {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/type"}}]},
              "enum": {"type": "array"}, "multipleOf": {"type": "number", "exclusiveMinimum": 0},
              "maximum": {"type": "number"}, "minimum": {"type": "number"}, "pattern": {"type": "string"},
              "maxLength": {"$ref": "#/$defs/count"}, "minLength": {"$ref": "#/$defs/count"},
              "maxItems": {"$ref": "#/$defs/count"}, "minItems": {"$ref": "#/$defs/count"},
              "required": {"$ref": "#/$defs/names"}, "uniqueItems": {"type": "boolean"}}}
            """
    )
}
