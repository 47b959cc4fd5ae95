import EmissionsSyntax

/// The keywords that a schema is written in.
struct Dialect: Hashable, Sendable {
    var draft: SchemaDraft
    var hasApplicators = true
    var hasValidation = true
    var hasUnevaluated = true
    /// Whether `format` is a requirement rather than a remark.
    var assertsFormats = false

    init(_ draft: SchemaDraft) { self.draft = draft }
}

/// A version of JSON Schema.
public enum SchemaDraft: Sendable, CaseIterable {
    case draft07, draft2020

    var uri: String {
        switch self {
        case .draft07: "http://json-schema.org/draft-07/schema"
        case .draft2020: "https://json-schema.org/draft/2020-12/schema"
        }
    }
}

extension Dialect {
    private static let vocabularies = "https://json-schema.org/draft/2020-12/vocab/"

    /// The dialect of a metaschema that lists its vocabularies.
    ///
    /// - Throws: The vocabulary that is required and not known.
    init(vocabulary: SourceTree.NodeID, in tree: SourceTree) throws(UnknownVocabulary) {
        self.init(.draft2020)
        (hasApplicators, hasValidation, hasUnevaluated) = (false, false, false)
        for member in tree.children(of: vocabulary) {
            let uri = tree.name(of: member)
            switch uri.hasPrefix(Self.vocabularies) ? uri.dropFirst(Self.vocabularies.count) : "" {
            case "applicator": hasApplicators = true
            case "validation": hasValidation = true
            case "unevaluated": hasUnevaluated = true
            case "format-assertion": assertsFormats = true
            case "core", "meta-data", "content", "format-annotation": break
            default: if tree.text(of: member) == "true" { throw UnknownVocabulary(uri: uri) }
            }
        }
    }

    struct UnknownVocabulary: Error { var uri: String }
}

/// Where schemas stand inside of schemas.
enum Subschemas {
    /// Keywords whose value is a schema, or a list of them.
    static let direct: Set<String> = [
        "additionalItems", "additionalProperties", "allOf", "anyOf", "contains", "contentSchema", "else", "if", "items",
        "not", "oneOf", "prefixItems", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties",
    ]
    /// Keywords whose value is an object with schemas as members.
    static let named: Set<String> = [
        "$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties", "properties",
    ]

    /// The nodes of the schemas that stand directly in a schema.
    static func of(_ schema: SourceTree.NodeID, in tree: SourceTree) -> [SourceTree.NodeID] {
        guard tree.kind(of: schema) == .record else { return [] }
        return tree.children(of: schema).flatMap { keyword in
            let name = tree.name(of: keyword)
            if named.contains(name), tree.kind(of: keyword) == .record { return Array(tree.children(of: keyword)) }
            guard direct.contains(name) else { return [] }
            return tree.kind(of: keyword) == .list ? Array(tree.children(of: keyword)) : [keyword]
        }
    }
}
