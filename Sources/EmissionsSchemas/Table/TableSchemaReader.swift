import EmissionsDiagnostics
import EmissionsSyntax

/// Reads a table schema, and finds all that is wrong with it.
struct TableSchemaReader {
    private var document: SchemaDocument
    private(set) var problems: [SchemaProblem] = []

    init(_ document: SchemaDocument) { self.document = document }

    /// The problems, each with its place.
    var diagnostics: [Diagnostic] {
        var tree = document.tree
        return problems.map { problem in
            let node = problem.place.node
            return Diagnostic(
                problem.code, .error, problem.message, help: problem.help, location: tree.location(of: node),
                excerpt: tree.excerpt(of: node))
        }
    }

    mutating func read() -> (fields: [TableField], match: FieldsMatch, keys: [TableKey]) {
        let root = document.root, tree = document.tree
        let members = members(of: root)
        let missing = members["missingValues"].map { missingValues($0) } ?? [[]]
        var fields: [TableField] = [], names: [String: Int] = [:]
        guard let list = members["fields"], tree.kind(of: list) == .list, tree.hasChildren(list) else {
            report(.malformed("fields", "a list with at least one field", at: place(members["fields"] ?? root)))
            return ([], .exact, [])
        }
        for node in tree.children(of: list) {
            var reader = TableFieldReader(tree: tree, node: node, missing: missing)
            let field = reader.read()
            problems += reader.problems
            if names[field.name] != nil, !field.name.isEmpty { report(.twice(field.name, at: place(node))) }
            names[field.name] = names[field.name] ?? fields.count
            fields.append(field)
        }
        for name in ["foreignKeys"] {
            if let node = members[name] { report(.unsupported(name, at: place(node))) }
        }
        return (fields, match(members["fieldsMatch"]), keys(members, names))
    }

    /// A word, or a list of one word, as an earlier text of the standard had it.
    private mutating func match(_ node: SourceTree.NodeID?) -> FieldsMatch {
        guard let node else { return .exact }
        let tree = document.tree
        let word = tree.kind(of: node) == .list ? tree.firstChild(of: node) ?? node : node
        guard tree.kind(of: word) == .text, let match = FieldsMatch(rawValue: tree.text(of: word)) else {
            report(
                .malformed("fieldsMatch", FieldsMatch.allCases.map { $0.rawValue }.joinedByOr, at: place(node)))
            return .exact
        }
        return match
    }

    private mutating func keys(_ members: [String: SourceTree.NodeID], _ names: [String: Int]) -> [TableKey] {
        var keys: [TableKey] = []
        if let node = members["primaryKey"] { keys.append(TableKey(fields: key(node, names), isPrimary: true)) }
        guard let node = members["uniqueKeys"] else { return keys }
        let tree = document.tree
        guard tree.kind(of: node) == .list else {
            report(.malformed("uniqueKeys", "a list of lists of fields", at: place(node)))
            return keys
        }
        for node in tree.children(of: node) { keys.append(TableKey(fields: key(node, names), isPrimary: false)) }
        return keys
    }

    /// The positions of the fields that make a key up.
    private mutating func key(_ node: SourceTree.NodeID, _ names: [String: Int]) -> [Int] {
        let tree = document.tree
        let words = tree.kind(of: node) == .list ? Array(tree.children(of: node)) : [node]
        if words.isEmpty { report(.malformed("a key", "a field or a list of fields", at: place(node))) }
        return words.compactMap { word in
            guard tree.kind(of: word) == .text else {
                report(.malformed("a key", "a field or a list of fields", at: place(word)))
                return nil
            }
            let name = tree.text(of: word)
            if names[name] == nil { report(.unknownField(name, at: place(word))) }
            return names[name]
        }
    }

    private mutating func missingValues(_ node: SourceTree.NodeID) -> [[UInt8]] {
        guard let values = document.tree.missingValues(at: node) else {
            report(.malformed("missingValues", "a list of texts", at: place(node)))
            return [[]]
        }
        return values
    }

    private func members(of node: SourceTree.NodeID) -> [String: SourceTree.NodeID] {
        var members: [String: SourceTree.NodeID] = [:]
        for member in document.tree.children(of: node) { members[document.tree.name(of: member)] = member }
        return members
    }

    private func place(_ node: SourceTree.NodeID) -> SchemaPlace { SchemaPlace(document: 0, node: node) }
    private mutating func report(_ problem: SchemaProblem) { problems.append(problem.ofTable) }
}

extension SourceTree {
    /// Texts, or objects with a text as `value` and a label; `nil` for anything else.
    func missingValues(at node: NodeID) -> [[UInt8]]? {
        guard kind(of: node) == .list else { return nil }
        var values: [[UInt8]] = []
        for item in children(of: node) {
            let value = kind(of: item) == .record ? children(of: item).first { name(of: $0) == "value" } : item
            guard let value, kind(of: value) == .text else { return nil }
            values.append(withText(of: value) { Array($0) })
        }
        return values
    }
}
