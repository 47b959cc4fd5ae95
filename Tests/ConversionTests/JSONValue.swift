import EmissionsSyntax

/// JSON as a value, with members in their order.
indirect enum JSONValue: Hashable, Sendable {
    case text(String), number(String), bool(Bool), null
    case list([JSONValue])
    case object([Member])

    struct Member: Hashable, Sendable {
        var name: String
        var value: JSONValue
    }

    init(_ tree: SourceTree, _ node: SourceTree.NodeID = SourceTree.root) {
        switch tree.kind(of: node) {
        case .text: self = .text(tree.text(of: node))
        case .number: self = .number(tree.text(of: node))
        case .bool: self = .bool(tree.text(of: node) == "true")
        case .null: self = .null
        case .list: self = .list(tree.children(of: node).map { JSONValue(tree, $0) })
        case .record:
            self = .object(tree.children(of: node).map { Member(name: tree.name(of: $0), value: JSONValue(tree, $0)) })
        }
    }

    var bytes: [UInt8] {
        var tree = SourceTree(), bytes: [UInt8] = []
        add(to: &tree, named: "", under: nil)
        JSONPrinter.print(tree, indent: 2, into: &bytes)
        return bytes
    }

    private func add(to tree: inout SourceTree, named name: String, under parent: SourceTree.NodeID?) {
        switch self {
        case .text(let text): tree.append(.text, named: name, text: text, under: parent)
        case .number(let text): tree.append(.number, named: name, text: text, under: parent)
        case .bool(let value): tree.append(.bool, named: name, text: String(value), under: parent)
        case .null: tree.append(.null, named: name, under: parent)
        case .list(let items):
            let list = tree.append(.list, named: name, under: parent)
            for item in items { item.add(to: &tree, named: "", under: list) }
        case .object(let members):
            let record = tree.append(.record, named: name, under: parent)
            for member in members { member.value.add(to: &tree, named: member.name, under: record) }
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    init(stringLiteral text: String) { self = .text(text) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral items: JSONValue...) { self = .list(items) }
    init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { Member(name: $0, value: $1) })
    }
}
