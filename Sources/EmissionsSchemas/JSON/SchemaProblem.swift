public import EmissionsDiagnostics

/// Why a schema can't be used: one finding or more, each at its place in the schema.
public struct SchemaError: Error, Sendable, CustomStringConvertible {
    public var diagnostics: [Diagnostic]
    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// Something wrong in a schema, and where.
struct SchemaProblem {
    var code: Diagnostic.Code
    var message: Diagnostic.Message
    var help: String
    var place: SchemaPlace
}

extension SchemaProblem {
    static func malformed(_ keyword: String, _ expected: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "JSC-101", message: "\(keyword) must be \(expected)",
            help: "Mend the schema, or ask who publishes it for one that follows JSON Schema.", place: place)
    }

    static func noSchema(at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "JSC-101", message: "a schema must be an object, true or false",
            help: "Mend the schema, or ask who publishes it for one that follows JSON Schema.", place: place)
    }

    static func unresolved(_ reference: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "JSC-102", message: "\(reference) names a schema that is not here",
            help: "Check the reference, or hand the document over as well (--schema-part FILE); nothing is fetched.",
            place: place)
    }

    static func pattern(_ pattern: String, _ error: PatternError, at place: SchemaPlace) -> SchemaProblem {
        let what =
            error.kind == .malformed ? "is no regular expression" : "is a regular expression that is not supported"
        return SchemaProblem(
            code: "JSC-103", message: "\(pattern) \(what): \(error.description)",
            help: "Write the pattern so that it can be matched in one pass over a text.", place: place)
    }

    static func unknownDialect(_ uri: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "JSC-104", message: "\(uri) is no version of JSON Schema that is known",
            help: "Use draft 2020-12 or draft-07, or supply the metaschema with its vocabularies.", place: place)
    }

    static func unknownVocabulary(_ uri: String, at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "JSC-104", message: "the vocabulary \(uri) is required and not known",
            help: "Leave it out, or make it optional in the metaschema.", place: place)
    }

    static func circle(at place: SchemaPlace) -> SchemaProblem {
        SchemaProblem(
            code: "JSC-105", message: "the schema refers to itself for one and the same value, without an end",
            help: "Let the reference stand at a member or at an item.", place: place)
    }
}
