import EmissionsSyntax

/// A schema in ``SchemaProgram/schemas``.
typealias SchemaID = Int

/// One requirement of a compiled schema. Members of a schema that only work together are one.
///
/// Indirect, so that checking copies a reference and not what the biggest of them holds.
indirect enum Keyword: Sendable {
    /// The schema `false`.
    case nothing
    case type(TypeSet)
    case values(AllowedValues)
    case bound(NumberBound)
    case multiple(of: DecimalText, text: String)
    case length(CountRange)
    /// The title is that of the schema, which says in words what the pattern says in signs.
    case pattern(Pattern, title: String?)
    case format(TextFormat)
    case itemCount(CountRange)
    case uniqueItems
    case contains(SchemaID, CountRange, evaluates: Bool)
    case items(first: [SchemaID], rest: SchemaID?)
    case memberCount(CountRange)
    case required([NodeName])
    case members(MemberSchemas)
    case memberNames(SchemaID)
    case dependentMembers([(name: NodeName, needs: [NodeName])])
    case dependentSchemas([(name: NodeName, schema: SchemaID)])
    case reference(SchemaID)
    /// The outermost schema in scope with the dynamic anchor `name`, or else `otherwise`.
    case dynamicReference(name: String, otherwise: SchemaID)
    case all([SchemaID])
    case any([SchemaID])
    case one([SchemaID])
    case not(SchemaID)
    case condition(SchemaID, then: SchemaID?, otherwise: SchemaID?)
    case unevaluatedItems(SchemaID)
    case unevaluatedMembers(SchemaID)

    /// The schemas that are applied to the same value.
    var schemasInPlace: [SchemaID] {
        switch self {
        case .reference(let id), .dynamicReference(_, let id), .not(let id): [id]
        case .all(let ids), .any(let ids), .one(let ids): ids
        case .condition(let condition, let then, let otherwise): [condition] + [then, otherwise].compactMap { $0 }
        case .dependentSchemas(let pairs): pairs.map(\.schema)
        default: []
        }
    }

    /// Whether it looks at what the other keywords of its schema leave over.
    var isUnevaluated: Bool {
        switch self {
        case .unevaluatedItems, .unevaluatedMembers: true
        default: false
        }
    }
}

/// The types that a value may have.
struct TypeSet: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let null = TypeSet(rawValue: 1)
    static let bool = TypeSet(rawValue: 2)
    static let object = TypeSet(rawValue: 4)
    static let array = TypeSet(rawValue: 8)
    static let number = TypeSet(rawValue: 16)
    static let integer = TypeSet(rawValue: 32)
    static let text = TypeSet(rawValue: 64)

    static let named: [String: TypeSet] = [
        "null": .null, "boolean": .bool, "object": .object, "array": .array, "number": .number, "integer": .integer,
        "string": .text,
    ]

    private static let words: [(TypeSet, String)] = [
        (.text, "a text"), (.integer, "a whole number"), (.number, "a number"), (.bool, "true or false"),
        (.array, "a list"), (.object, "an object"), (.null, "null"),
    ]

    /// `a text, a number or null`.
    var description: String { Self.words.filter { contains($0.0) }.map(\.1).joinedByOr }
}

/// The values of an `enum`, or the one of a `const`.
struct AllowedValues: Sendable {
    /// Where the values stand, for comparing and for showing.
    var place: SchemaPlace
    var isList: Bool
    /// Those that are texts, as there can be very many of them.
    var texts = TextTable()
    /// The others.
    var others: [SourceTree.NodeID] = []
}

/// The smallest or biggest number, and whether it is itself too small or too big.
struct NumberBound: Sendable {
    var value: DecimalText
    var text: String
    var isUpper: Bool
    var isExclusive: Bool

    func allows(_ number: DecimalText) -> Bool {
        if number == value { return !isExclusive }
        return (number < value) == isUpper
    }
}

/// How many there may be.
struct CountRange: Sendable {
    var minimum = 0
    var maximum: Int?

    func contains(_ count: Int) -> Bool { count >= minimum && maximum.map { count <= $0 } ?? true }

    /// Whether nothing is asked for.
    var isEverything: Bool { minimum == 0 && maximum == nil }
}

/// The schemas of an object's members, by name, by pattern and for the rest.
struct MemberSchemas: Sendable {
    /// Of ``SchemaID``.
    var named = TextTable()
    var patterns: [(pattern: Pattern, schema: SchemaID)] = []
    var others: SchemaID?
}
