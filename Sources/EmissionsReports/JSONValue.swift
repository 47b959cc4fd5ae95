import EmissionsSyntax

/// A JSON value that is printed with its members in the order they were given, so that equal reports are equal bytes.
public indirect enum JSONValue: Hashable, Sendable {
    case object([Member])
    case list([JSONValue])
    case text(String)
    case number(Int)
    case bool(Bool)
    case null

    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSONValue
        public init(_ name: String, _ value: JSONValue) { (self.name, self.value) = (name, value) }
    }

    public init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    public mutating func append(_ name: String, _ value: JSONValue) {
        guard case .object(let members) = self else { return }
        self = .object(members + [Member(name, value)])
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringInterpolation,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members.map { Member($0, $1) }) }
    public init(arrayLiteral values: JSONValue...) { self = .list(values) }
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .number(number) }
    public init(booleanLiteral bool: Bool) { self = .bool(bool) }
}

extension JSONValue {
    /// The value in JSON, two spaces per level. `startingIndent` is put before every line but the first.
    public func printed(startingIndent: Int = 0) -> [UInt8] { printed(indent: 2, startingIndent: startingIndent) }

    /// The value in JSON in one line, which ends.
    public var line: [UInt8] { printed(indent: nil, startingIndent: 0) + [0x0A] }

    private func printed(indent: Int?, startingIndent: Int) -> [UInt8] {
        var tree = SourceTree()
        add(to: &tree, named: "", under: nil)
        var bytes: [UInt8] = []
        JSONPrinter.print(tree, indent: indent, startingIndent: startingIndent, into: &bytes)
        return bytes
    }

    /// The value in JSON as a document of its own, with a line break at its end.
    public var document: [UInt8] { printed() + [0x0A] }

    private func add(to tree: inout SourceTree, named name: String, under parent: SourceTree.NodeID?) {
        switch self {
        case .object(let members):
            let node = tree.append(.record, named: name, under: parent)
            for member in members { member.value.add(to: &tree, named: member.name, under: node) }
        case .list(let values):
            let node = tree.append(.list, named: name, under: parent)
            for value in values { value.add(to: &tree, named: "", under: node) }
        case .text(let text): tree.append(.text, named: name, text: text, under: parent)
        case .number(let number): tree.append(.number, named: name, text: String(number), under: parent)
        case .bool(let bool): tree.append(.bool, named: name, text: bool ? "true" : "false", under: parent)
        case .null: tree.append(.null, named: name, under: parent)
        }
    }
}
