/// Prints trees as JSON.
///
/// Texts are escaped where JSON demands it and nowhere else. Numbers and booleans are printed as the tree has them.
public enum JSONPrinter {
    /// Prints the value at `id` with all that is in it.
    ///
    /// `indent` is in spaces per level, or `nil` for no whitespace at all. `startingIndent` is put before every line
    /// but the first, for a value that stands inside of others.
    public static func print(
        _ tree: SourceTree, from id: SourceTree.NodeID = SourceTree.root, indent: Int? = nil, startingIndent: Int = 0,
        into sink: inout [UInt8]
    ) {
        var printing = Printing(tree: tree, root: id, indent: indent, startingIndent: startingIndent)
        printing.run(into: &sink) { _, _ in }
    }

    /// Prints the value at `id`, and notes for each node at which index of `sink` its value begins.
    ///
    /// `offsets` has one element per node of the tree; it is -1 for a node that was not printed.
    public static func print(
        _ tree: SourceTree, from id: SourceTree.NodeID = SourceTree.root, indent: Int? = nil, startingIndent: Int = 0,
        into sink: inout [UInt8], offsets: inout [Int]
    ) {
        offsets.removeAll(keepingCapacity: true)
        offsets.append(contentsOf: repeatElement(-1, count: tree.count))
        var printing = Printing(tree: tree, root: id, indent: indent, startingIndent: startingIndent)
        printing.run(into: &sink) { offsets[$0] = $1 }
    }

    /// Appends `text` in double quotes.
    static func quote(_ text: UnsafeBufferPointer<UInt8>, into sink: inout [UInt8]) {
        sink.append(UInt8(ascii: "\""))
        var begun = 0
        for index in text.indices where mustBeEscaped(text[index]) {
            sink.append(contentsOf: UnsafeBufferPointer(rebasing: text[begun..<index]))
            escape(text[index], into: &sink)
            begun = index + 1
        }
        sink.append(contentsOf: UnsafeBufferPointer(rebasing: text[begun...]))
        sink.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8, into sink: inout [UInt8]) {
        sink.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: sink.append(UInt8(ascii: "b"))
        case 0x09: sink.append(UInt8(ascii: "t"))
        case 0x0A: sink.append(UInt8(ascii: "n"))
        case 0x0C: sink.append(UInt8(ascii: "f"))
        case 0x0D: sink.append(UInt8(ascii: "r"))
        case ..<0x20:
            sink.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
            sink.append(contentsOf: String(byte & 0x0F, radix: 16).utf8)
        default: sink.append(byte)
        }
    }
}

/// One run over a tree, which follows its links instead of calling itself.
private struct Printing {
    let tree: SourceTree
    let root: SourceTree.NodeID
    let indent: Int?
    let startingIndent: Int
    var depth = 0
    private static let spaces = Array(repeating: UInt8(ascii: " "), count: 64)

    init(tree: SourceTree, root: SourceTree.NodeID, indent: Int?, startingIndent: Int) {
        (self.tree, self.root, self.indent, self.startingIndent) = (tree, root, indent, startingIndent)
    }

    mutating func run(into sink: inout [UInt8], _ note: (SourceTree.NodeID, Int) -> Void) {
        var id = root
        while true {
            if id != root { name(of: id, into: &sink) }
            note(id, sink.count)
            if let child = begin(id, into: &sink) {
                id = child
            } else {
                guard let next = climb(from: id, into: &sink) else { return }
                id = next
            }
        }
    }

    /// Prints a leaf, or the opening of what has children; its first child is next.
    private mutating func begin(_ id: SourceTree.NodeID, into sink: inout [UInt8]) -> SourceTree.NodeID? {
        switch tree.kind(of: id) {
        case .text: tree.withText(of: id) { JSONPrinter.quote($0, into: &sink) }
        case .number, .bool: tree.withText(of: id) { sink.append(contentsOf: $0) }
        case .null: sink.append(contentsOf: "null".utf8)
        case .record, .list:
            let isRecord = tree.kind(of: id) == .record
            guard let child = tree.firstChild(of: id) else {
                sink.append(contentsOf: isRecord ? "{}".utf8 : "[]".utf8)
                return nil
            }
            sink.append(isRecord ? UInt8(ascii: "{") : UInt8(ascii: "["))
            depth += 1
            lineBreak(into: &sink)
            return child
        }
        return nil
    }

    /// Closes what ends with the node, and goes to the node that is printed next.
    private mutating func climb(from id: SourceTree.NodeID, into sink: inout [UInt8]) -> SourceTree.NodeID? {
        var id = id
        while id != root {
            if let next = tree.next(after: id) {
                sink.append(UInt8(ascii: ","))
                lineBreak(into: &sink)
                return next
            }
            guard let parent = tree.parent(of: id) else { return nil }
            id = parent
            depth -= 1
            lineBreak(into: &sink)
            sink.append(tree.kind(of: id) == .record ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
        return nil
    }

    private func name(of id: SourceTree.NodeID, into sink: inout [UInt8]) {
        guard let parent = tree.parent(of: id), tree.kind(of: parent) == .record else { return }
        tree.withName(of: id) { JSONPrinter.quote($0, into: &sink) }
        sink.append(UInt8(ascii: ":"))
        if indent != nil { sink.append(UInt8(ascii: " ")) }
    }

    private func lineBreak(into sink: inout [UInt8]) {
        guard let indent else { return }
        sink.append(0x0A)
        let count = startingIndent + depth * indent
        if count <= Self.spaces.count {
            Self.spaces.withUnsafeBufferPointer { sink.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count])) }
        } else {
            sink.append(contentsOf: repeatElement(0x20, count: count))
        }
    }
}
