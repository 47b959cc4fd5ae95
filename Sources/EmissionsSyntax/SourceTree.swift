/// One part of a document as a flat list of nodes, whatever syntax it was written in.
///
/// XML attributes are children named `@name`; a CSV row is a record whose children are named by the header row.
/// Storage is kept from one part of a file to the next: ``removeAll()`` and fill it again.
public struct SourceTree: Sendable {
    public typealias NodeID = Int

    @frozen public enum Kind: UInt8, Sendable { case record, list, text, number, bool, null }

    /// A stretch of ``arena``.
    @usableFromInline struct Run: Sendable {
        @usableFromInline var start: Int32
        @usableFromInline var count: Int32
        @usableFromInline init(start: Int32, count: Int32) { (self.start, self.count) = (start, count) }
    }

    @usableFromInline struct Node: Sendable {
        @usableFromInline var kind: Kind
        @usableFromInline var isClaimed = false
        /// Whether ``ordinal`` of its children is their position among those of their name, in XML.
        @usableFromInline var hasNumberedChildren = false
        /// Whether a part before this one has it, too.
        @usableFromInline var isRepeated = false
        @usableFromInline var name: Run
        @usableFromInline var text = Run(start: 0, count: 0)
        /// Where it stands in the window.
        @usableFromInline var start: Int32 = 0
        @usableFromInline var length: Int32 = 0
        /// Its position in a list, the number of a row, or of a column; counted from 0. In XML see
        /// ``hasNumberedChildren``.
        @usableFromInline var ordinal: Int32 = 0
        @usableFromInline var parent: Int32
        @usableFromInline var firstChild: Int32 = -1
        @usableFromInline var lastChild: Int32 = -1
        @usableFromInline var next: Int32 = -1
        /// The child that was asked for last, whatever was asked of others since.
        @usableFromInline var lastAsked: Int32 = -1
        @usableFromInline init(kind: Kind, name: Run, parent: Int32) {
            (self.kind, self.name, self.parent) = (kind, name, parent)
        }
    }

    @usableFromInline var nodes: [Node] = []
    /// Names and unescaped texts, one after another.
    @usableFromInline var arena: [UInt8] = []
    /// The source this was read from; empty for a tree that was built to be printed.
    public internal(set) var window = SourceWindow()
    /// The cells of a workbook that nodes were read from.
    public var cells: [NodeID: CellPlace] = [:]
    /// What the root is called in its file: `/data/3`, `/QReport/ImportedGood[2]`; empty for CSV.
    public var rootAddress = ""
    public var syntax: Syntax = .json
    /// The members of a package that nodes were read from, where each came from one of its own.
    public var parts: [NodeID: String] = [:]

    @frozen public enum Syntax: Sendable { case json, xml, csv }

    public static let root: NodeID = 0

    public init() {}

    /// Forgets everything but keeps the storage.
    public mutating func removeAll() {
        nodes.removeAll(keepingCapacity: true)
        arena.removeAll(keepingCapacity: true)
        window.removeAll()
        rootAddress = ""
        parts.removeAll()
        cells.removeAll()
    }

    /// Makes room for about as much as will be appended.
    public mutating func reserveCapacity(nodes count: Int, bytes: Int) {
        nodes.reserveCapacity(count)
        arena.reserveCapacity(bytes)
    }

    public var isEmpty: Bool { nodes.isEmpty }
    public var count: Int { nodes.count }
}

// MARK: Building

extension SourceTree {
    /// Adds a node as the last child of `parent`, or as the root.
    @discardableResult
    public mutating func append(
        _ kind: Kind, named name: String = "", text: String = "", under parent: NodeID? = nil
    ) -> NodeID {
        let nameRun = store(name)
        let id = append(kind, name: nameRun, under: parent)
        if !text.isEmpty { nodes[id].text = store(text) }
        return id
    }

    private mutating func store(_ text: String) -> Run {
        text.utf8.withContiguousStorageIfAvailable { store($0) } ?? store(text.utf8)
    }

    /// Adds a node whose name is already in the arena.
    mutating func append(_ kind: Kind, name: Run, under parent: NodeID?) -> NodeID {
        let id = nodes.count
        nodes.append(Node(kind: kind, name: name, parent: Int32(parent ?? -1)))
        guard let parent else { return id }
        nodes[parent].hasNumberedChildren = false
        let last = nodes[parent].lastChild
        if last >= 0 {
            nodes[Int(last)].next = Int32(id)
            if nodes[parent].kind == .list { nodes[id].ordinal = nodes[Int(last)].ordinal + 1 }
        } else {
            nodes[parent].firstChild = Int32(id)
        }
        nodes[parent].lastChild = Int32(id)
        return id
    }

    mutating func store(_ bytes: some Collection<UInt8>) -> Run {
        let start = arena.count
        arena.append(contentsOf: bytes)
        return Run(start: Int32(start), count: Int32(arena.count - start))
    }

    public mutating func setText(_ text: String, of id: NodeID) { nodes[id].text = store(text.utf8) }
    public mutating func setKind(_ kind: Kind, of id: NodeID) { nodes[id].kind = kind }

    /// Takes back the node added last, which must have no children.
    public mutating func removeLast(_ id: NodeID) {
        precondition(id == nodes.count - 1 && nodes[id].firstChild < 0, "only the last leaf can be taken back")
        let node = nodes.removeLast()
        guard node.parent >= 0 else { return }
        let parent = Int(node.parent)
        nodes[parent].hasNumberedChildren = false
        var previous: Int32 = -1
        var child = nodes[parent].firstChild
        while child >= 0 && child != Int32(id) { (previous, child) = (child, nodes[Int(child)].next) }
        nodes[parent].lastChild = previous
        if previous >= 0 { nodes[Int(previous)].next = -1 } else { nodes[parent].firstChild = -1 }
    }
}

// MARK: Cutting

extension SourceTree {
    /// Takes children out of the tree, with all that is in them. What stays keeps its place in the source.
    public mutating func detachChildren(of parent: NodeID, where isCut: (SourceTree, NodeID) -> Bool) {
        let kept = children(of: parent).filter { !isCut(self, $0) }
        for (child, next) in zip(kept, kept.dropFirst().map { Int32($0) } + [-1]) { nodes[child].next = next }
        nodes[parent].firstChild = kept.first.map { Int32($0) } ?? -1
        nodes[parent].lastChild = kept.last.map { Int32($0) } ?? -1
        nodes[parent].hasNumberedChildren = false
    }
}

// MARK: Sorting

extension SourceTree {
    /// Puts the children of each node into an order, for those that have one; others stay behind those named in it.
    ///
    /// - Parameter order: The names of children in order, by the name of the node that they stand in.
    public mutating func sortChildren(by order: (String) -> [String]?) {
        for parent in nodes.indices where nodes[parent].firstChild != nodes[parent].lastChild {
            guard let names = order(name(of: parent)) else { continue }
            let children = Array(children(of: parent))
            let ranks = children.map { names.firstIndex(of: name(of: $0)) ?? names.count }
            guard zip(ranks, ranks.dropFirst()).contains(where: { $0 > $1 }) else { continue }
            let sorted = zip(ranks, children).enumerated()
                .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
            for (child, next) in zip(sorted, sorted.dropFirst().map { Int32($0) } + [-1]) { nodes[child].next = next }
            (nodes[parent].firstChild, nodes[parent].lastChild) = (Int32(sorted[0]), Int32(sorted[sorted.count - 1]))
            nodes[parent].hasNumberedChildren = false
        }
    }
}

// MARK: Looking

extension SourceTree {
    @inlinable public func kind(of id: NodeID) -> Kind { nodes[id].kind }
    @inlinable public func parent(of id: NodeID) -> NodeID? {
        let parent = nodes[id].parent
        return parent < 0 ? nil : Int(parent)
    }
    @inlinable public func firstChild(of id: NodeID) -> NodeID? {
        let child = nodes[id].firstChild
        return child < 0 ? nil : Int(child)
    }
    @inlinable public func next(after id: NodeID) -> NodeID? {
        let next = nodes[id].next
        return next < 0 ? nil : Int(next)
    }
    @inlinable public func isLeaf(_ id: NodeID) -> Bool { nodes[id].kind.rawValue >= Kind.text.rawValue }
    @inlinable public func hasChildren(_ id: NodeID) -> Bool { nodes[id].firstChild >= 0 }

    /// Its position in a list, the number of its row or of its column, counted from 0; nothing in XML.
    public func ordinal(of id: NodeID) -> Int { Int(nodes[id].ordinal) }

    public func children(of id: NodeID) -> Children { Children(nodes: nodes, following: nodes[id].firstChild) }

    /// The children that a node has when it is asked for them.
    public struct Children: Sequence, IteratorProtocol {
        fileprivate let nodes: [Node]
        fileprivate var following: Int32

        public mutating func next() -> NodeID? {
            guard following >= 0 else { return nil }
            defer { following = nodes[Int(following)].next }
            return Int(following)
        }
    }

    public func name(of id: NodeID) -> String { string(nodes[id].name) }
    public func text(of id: NodeID) -> String { string(nodes[id].text) }
    public func textIsEmpty(_ id: NodeID) -> Bool { nodes[id].text.count == 0 }

    /// Calls `body` with the bytes of the text, without making a String.
    @inlinable public func withText<Result>(of id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let run = nodes[id].text
        return arena.withUnsafeBufferPointer { arena in
            body(UnsafeBufferPointer(rebasing: arena[Int(run.start)..<Int(run.start) + Int(run.count)]))
        }
    }

    /// Calls `body` with the bytes of the name, without making a String.
    @inlinable public func withName<Result>(of id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let run = nodes[id].name
        return arena.withUnsafeBufferPointer { arena in
            body(UnsafeBufferPointer(rebasing: arena[Int(run.start)..<Int(run.start) + Int(run.count)]))
        }
    }

    /// Whether the node is called `name`.
    @inlinable public func isNamed(_ name: NodeName, _ id: NodeID) -> Bool {
        let run = nodes[id].name
        let count = Int(run.count)
        guard count == name.bytes.count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            name.bytes.withUnsafeBufferPointer { bytes in
                let start = Int(run.start)
                var index = 0
                while index < count {
                    if arena[start &+ index] != bytes[index] { return false }
                    index &+= 1
                }
                return true
            }
        }
    }

    /// Whether an element of XML has the node as an attribute.
    func isAttribute(_ id: NodeID) -> Bool {
        let run = nodes[id].name
        return run.count > 0 && arena[Int(run.start)] == UInt8(ascii: "@")
    }

    private func string(_ run: Run) -> String {
        arena.withUnsafeBufferPointer {
            String(decoding: $0[Int(run.start)..<Int(run.start) + Int(run.count)], as: UTF8.self)
        }
    }
}

/// The name of a node, ready to be compared with.
public struct NodeName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    @usableFromInline let bytes: [UInt8]
    public let description: String

    public init(_ text: String) { (bytes, description) = (Array(text.utf8), text) }
    public init(stringLiteral text: String) { self.init(text) }
}

extension SourceTree {
    /// The nodes that say something: texts, numbers and truth values. White space is nothing in XML and CSV, and what
    /// is repeated from a part before this one is counted there.
    public func values() -> [NodeID] {
        var found: [NodeID] = []
        var next: NodeID? = isEmpty ? nil : Self.root
        while let id = next {
            let isRepeated = nodes[id].isRepeated
            if !isRepeated, isValue(id) { found.append(id) }
            next = isRepeated ? nil : firstChild(of: id)
            var climbed = id
            while next == nil, climbed != Self.root, let parent = parent(of: climbed) {
                next = self.next(after: climbed)
                climbed = parent
            }
        }
        return found
    }

    private func isValue(_ id: NodeID) -> Bool {
        switch nodes[id].kind {
        case .number, .bool: true
        case .text: syntax == .json || withText(of: id) { $0.contains { $0 > 0x20 } }
        case .record, .list, .null: false
        }
    }
}
