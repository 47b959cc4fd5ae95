/// Parses one JSON value from text that lies still into storage that doesn't grow.
///
/// When the text or the room for nodes runs out it stops, and the caller begins again with more of it. So nothing has
/// to be remembered in the middle of a token, and there are no checks of capacity per byte. Nesting is kept in the
/// parent links of the nodes; there is no recursion.
struct JSONParser {
    /// Why parsing did not come to its end.
    enum Stop: Error {
        /// The text ends, inside the token that begins at `token` or between two tokens.
        case textEnds(token: Int?)
        case nodesEnd
        case malformed(JSONFault, at: Int)
        case limit(JSONLimit, at: Int)
    }

    enum Finish {
        case value
        /// The value of this streamed member begins at ``index``.
        case streamed(Int)
    }

    /// What is to be parsed.
    enum Beginning {
        case value
        /// The members that follow a comma in an object, whose beginning was handed out before.
        case moreMembers
    }

    /// The text, up to ``end``. It is known to be valid UTF-8.
    let text: UnsafeRawPointer
    let end: Int
    /// Whether nothing follows ``end``.
    let isWhole: Bool
    /// The next byte to read.
    var index: Int

    /// Takes names and unescaped texts. Has room for all of the text and eight bytes more.
    let arena: UnsafeMutableRawPointer
    var arenaCount = 0

    let nodes: UnsafeMutablePointer<SourceTree.Node>
    let nodeRoom: Int
    var nodeCount = 0
    /// The innermost object or array that is open.
    var container: Int32 = -1

    /// Levels that may still be opened.
    var depthLeft: Int
    let tokenBytes: Int
    let maximumNodes: Int
    /// Members of the root at whose arrays and objects to stop.
    let streams: [[UInt8]]
    var keys: JSONKeyCheck

    private static let noName = SourceTree.Run(start: 0, count: 0)

    mutating func parse(_ beginning: Beginning) throws(Stop) -> Finish {
        var name = Self.noName
        if case .moreMembers = beginning {
            try open(.record, named: name)
            name = try memberName(.memberAfterComma)
        }
        while true {
            let byte = try peek()
            if container == 0, byte | 0x20 == UInt8(ascii: "{"), let stream = stream(named: name) {
                closeRoot()
                return .streamed(stream)
            }
            let start = index
            switch byte {
            case UInt8(ascii: "\""):
                let run = try string()
                try add(.text, named: name, text: run, from: start)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                let run = try number()
                try add(.number, named: name, text: run, from: start)
            case UInt8(ascii: "{"):
                try open(.record, named: name)
                index &+= 1
                if try peek() != UInt8(ascii: "}") {
                    name = try memberName(.member)
                    continue
                }
                close()
            case UInt8(ascii: "["):
                try open(.list, named: name)
                index &+= 1
                if try peek() != UInt8(ascii: "]") {
                    name = Self.noName
                    continue
                }
                close()
            case UInt8(ascii: "t"):
                let run = try literal("true")
                try add(.bool, named: name, text: run, from: start)
            case UInt8(ascii: "f"):
                let run = try literal("false")
                try add(.bool, named: name, text: run, from: start)
            case UInt8(ascii: "n"):
                _ = try literal("null")
                try add(.null, named: name, text: Self.noName, from: start)
            default: throw .malformed(faultOfValue, at: index)
            }
            guard let next = try nextName() else { return .value }
            name = next
        }
    }

    /// Reads what stands between a value and the next: the name of the next, or `nil` behind the root.
    @inline(__always)
    private mutating func nextName() throws(Stop) -> SourceTree.Run? {
        while container >= 0 {
            let byte = try peek()
            let isRecord = nodes[Int(container)].kind == .record
            if byte == UInt8(ascii: ",") {
                index &+= 1
                return isRecord ? try memberName(.memberAfterComma) : Self.noName
            }
            guard byte == (isRecord ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw .malformed(isRecord ? .commaOrBrace : .commaOrBracket, at: index)
            }
            close()
        }
        return nil
    }

    /// Reads a name and the colon behind it.
    @inline(__always)
    private mutating func memberName(_ fault: JSONFault) throws(Stop) -> SourceTree.Run {
        guard try peek() == UInt8(ascii: "\"") else { throw .malformed(fault, at: index) }
        let name = try string()
        guard try peek() == UInt8(ascii: ":") else { throw .malformed(.colon, at: index) }
        index &+= 1
        return name
    }

    /// What is wrong where no value begins.
    private var faultOfValue: JSONFault {
        guard container >= 0 else { return .value }
        let open = nodes[Int(container)]
        if open.kind == .record { return .valueOfMember }
        return open.firstChild < 0 ? .firstValue : .valueAfterComma
    }

    private func stream(named name: SourceTree.Run) -> Int? {
        guard nodes[0].kind == .record else { return nil }
        let bytes = UnsafeRawBufferPointer(start: arena + Int(name.start), count: Int(name.count))
        return streams.firstIndex { $0.elementsEqual(bytes) }
    }
}

// MARK: Nodes

extension JSONParser {
    /// Adds a node that ends at ``index``.
    @inline(__always)
    private mutating func add(
        _ kind: SourceTree.Kind, named name: SourceTree.Run, text: SourceTree.Run, from start: Int
    ) throws(Stop) {
        guard nodeCount < nodeRoom else { throw outOfNodes(at: start) }
        let id = Int32(truncatingIfNeeded: nodeCount)
        var node = SourceTree.Node(kind: kind, name: name, parent: container)
        node.text = text
        node.start = Int32(truncatingIfNeeded: start)
        node.length = Int32(truncatingIfNeeded: index &- start)
        if container >= 0 {
            let parent = nodes + Int(container)
            let last = parent.pointee.lastChild
            if last >= 0 {
                nodes[Int(last)].next = id
                if parent.pointee.kind == .list { node.ordinal = nodes[Int(last)].ordinal &+ 1 }
            } else {
                parent.pointee.firstChild = id
            }
            parent.pointee.lastChild = id
        }
        (nodes + nodeCount).initialize(to: node)
        nodeCount &+= 1
    }

    /// Adds an object or array that begins at ``index``.
    @inline(__always)
    private mutating func open(_ kind: SourceTree.Kind, named name: SourceTree.Run) throws(Stop) {
        guard depthLeft > 0 else { throw .limit(.depth, at: index) }
        try add(kind, named: name, text: Self.noName, from: index)
        depthLeft &-= 1
        container = Int32(truncatingIfNeeded: nodeCount &- 1)
    }

    /// Closes the innermost object or array, whose last byte is at ``index``.
    @inline(__always)
    private mutating func close() {
        index &+= 1
        let node = nodes + Int(container)
        node.pointee.length = Int32(truncatingIfNeeded: index) &- node.pointee.start
        if node.pointee.kind == .record, node.pointee.firstChild != node.pointee.lastChild {
            keys.check(childrenOf: Int(container), nodes: nodes, arena: arena)
        }
        container = node.pointee.parent
        depthLeft &+= 1
    }

    /// Closes the root behind its last member, because what follows is read apart from it.
    private mutating func closeRoot() {
        guard nodes[0].lastChild >= 0 else { return }
        let last = nodes[Int(nodes[0].lastChild)]
        nodes[0].length = last.start + last.length - nodes[0].start
        keys.check(childrenOf: 0, nodes: nodes, arena: arena)
    }

    private func outOfNodes(at start: Int) -> Stop {
        nodeRoom < maximumNodes ? .nodesEnd : .limit(.recordValues, at: start)
    }
}
