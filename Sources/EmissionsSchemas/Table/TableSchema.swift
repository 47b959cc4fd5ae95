import EmissionsSyntax

/// A Table Schema of Frictionless Data, compiled once, to hold tables against with a ``TableValidator``.
///
/// Numbers are compared as decimals, patterns are matched in linear time. Vocabulary that can't be judged here is refused
/// by name when the schema is read, so that no requirement is passed over in silence.
public struct TableSchema: Sendable {
    let fields: [TableField]
    let match: FieldsMatch
    let keys: [TableKey]

    /// - Throws: ``SchemaError`` with all that is wrong with the schema, each at its place.
    public init(_ document: SchemaDocument) throws(SchemaError) {
        var reader = TableSchemaReader(document)
        (fields, match, keys) = reader.read()
        guard reader.problems.isEmpty else { throw SchemaError(diagnostics: reader.diagnostics) }
    }

    /// Whether a document is meant as a table schema: an object with a list of fields, and no JSON Schema.
    public static func describes(_ document: SchemaDocument) -> Bool {
        let tree = document.tree
        guard tree.kind(of: document.root) == .record else { return false }
        let members = Array(tree.children(of: document.root))
        return members.contains { tree.name(of: $0) == "fields" && tree.kind(of: $0) == .list }
            && !members.contains { tree.name(of: $0) == "$schema" && tree.text(of: $0).contains("json-schema.org") }
    }
}

/// How the columns of a table have to agree with the fields of a schema.
enum FieldsMatch: String, Sendable, CaseIterable {
    /// The same, in the same order.
    case exact
    /// The same, in any order.
    case equal
    /// The table has all fields, and may have more columns.
    case subset
    /// The table has no other columns, and may have fewer.
    case superset
    /// One field at least is there.
    case partial

    var needsEveryField: Bool { self == .exact || self == .equal || self == .subset }
    var allowsOthers: Bool { self == .subset || self == .partial }
}

/// A field of a schema: what its column is called, and what may stand in it.
struct TableField: Sendable {
    var name: String
    /// What its cells may look like, for advice.
    var example: String?
    var type = CellType.any
    /// The texts that stand for no value.
    var missing: [[UInt8]] = [[]]
    var isRequired = false
    var isUnique = false
    /// The pattern as the schema has it, and as the whole of a text has to match it.
    var pattern: (shown: String, whole: Pattern)?
    var allowed: AllowedCells?
    var length: CountRange?
    var bounds: [CellBound] = []

    /// Whether the value has to be known, not only whether it is one.
    var comparesValues: Bool { isUnique || allowed != nil || !bounds.isEmpty }
}

/// Fields whose values together may occur once.
struct TableKey: Sendable {
    /// In ``TableSchema/fields``.
    var fields: [Int]
    /// Whether none of them may be empty: the primary key.
    var isPrimary: Bool
}

/// The values of an `enum`.
struct AllowedCells: Sendable {
    var values: Set<CellValue>
    /// As the schema has them.
    var shown: [String]
}

/// The smallest or biggest value, and whether it is itself too small or too big.
struct CellBound: Sendable {
    var value: CellValue
    var shown: String
    var isUpper: Bool
    var isExclusive: Bool

    func allows(_ other: CellValue) -> Bool {
        guard let order = other.order(to: value) else { return false }
        return order == 0 ? !isExclusive : (order < 0) == isUpper
    }
}
