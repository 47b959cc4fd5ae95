import EmissionsDiagnostics

/// Parses one value of a file into a tree, with as much text and room as it takes.
struct JSONParsing {
    struct Task {
        var beginning: JSONParser.Beginning
        /// Whether to stop at members that are streams.
        var findsStreams: Bool
        /// What is wrong if no value begins here.
        var fault: JSONFault
        /// Levels around the value.
        var nesting: Int
        /// The line at which the object or array around the value begins.
        var topLine: Int
    }

    private struct Attempt {
        var result: Result<JSONParser.Finish, JSONParser.Stop> = .failure(.nodesEnd)
        var end = 0
        var container = -1
    }

    private let limits: Limits
    private let streams: [[UInt8]]
    private let recordBytes: Int
    private let maximumNodes: Int
    /// How many bytes and nodes the next attempt may take: as many as the biggest record so far, or a bit more.
    private var reach = 64 << 10
    private var nodeRoom = 1 << 10
    /// The keys given twice in the value parsed last.
    private(set) var keys = JSONKeyCheck()

    init(limits: Limits, streams: [[UInt8]]) {
        (self.limits, self.streams) = (limits, streams)
        // Places in a tree are kept in 32 bits.
        recordBytes = min(limits.recordBytes, Int(Int32.max) - 4096)
        maximumNodes = min(max(1, limits.recordValues), Int(Int32.max))
    }

    /// Parses the value that begins at the text's index, and moves behind it.
    mutating func perform(
        _ task: Task, on text: inout JSONText, into tree: inout SourceTree
    ) throws(SyntaxError) -> JSONParser.Finish {
        while true {
            let start = text.windowStart()
            let available = text.bytes.count - text.index
            let ahead = min(available, reach, recordBytes + 1)
            tree.removeAll()
            tree.syntax = .json
            let attempt = parse(
                task, text, from: start.index, to: text.index + ahead, nodes: &tree.nodes, arena: &tree.arena)
            let end = start.index + attempt.end
            switch attempt.result {
            case .success(let finish):
                if end - text.index > recordBytes { throw text.exceeded(.recordBytes, limits, at: text.index) }
                tree.window.fill(text.bytes[start.index..<end], anchor: start.anchor, encoding: text.encoding)
                text.index = end
                return finish
            case .failure(.nodesEnd): nodeRoom = min(2 * nodeRoom, maximumNodes)
            case .failure(.malformed(let fault, let position)):
                throw text.malformed(fault == .value ? task.fault : fault, at: start.index + position)
            case .failure(.limit(let limit, let position)):
                throw text.exceeded(limit, limits, at: start.index + position)
            case .failure(.textEnds(let token)):
                if ahead > recordBytes { throw text.exceeded(.recordBytes, limits, at: text.index) }
                if ahead == reach { reach *= 2 }
                if ahead == available, try !text.readMore() {
                    throw text.unfinished(unfinished(task, text, from: start.index, token, attempt.container, tree))
                }
            }
        }
    }

    /// Parses as far as the text from `start` to `end` and the room for nodes allow.
    private mutating func parse(
        _ task: Task, _ text: JSONText, from start: Int, to end: Int, nodes: inout [SourceTree.Node],
        arena: inout [UInt8]
    ) -> Attempt {
        var attempt = Attempt()
        let room = min(nodeRoom, maximumNodes)
        keys.removeAll()
        text.bytes.withUnsafeBytes { bytes in
            arena.fill(room: end - start + 8) { arena, arenaCount in
                nodes.fill(room: room) { nodes, nodeCount in
                    var parser = JSONParser(
                        text: bytes.baseAddress! + start, end: end - start,
                        isWhole: text.isWhole && end == bytes.count, index: text.index - start,
                        arena: UnsafeMutableRawPointer(arena), nodes: nodes, nodeRoom: room,
                        depthLeft: limits.depth - task.nesting, tokenBytes: limits.tokenBytes,
                        maximumNodes: maximumNodes, streams: task.findsStreams ? streams : [], keys: JSONKeyCheck())
                    swap(&parser.keys, &keys)
                    do throws(JSONParser.Stop) {
                        attempt.result = .success(try parser.parse(task.beginning))
                    } catch { attempt.result = .failure(error) }
                    swap(&parser.keys, &keys)
                    (arenaCount, nodeCount) = (parser.arenaCount, parser.nodeCount)
                    (attempt.end, attempt.container) = (parser.index, Int(parser.container))
                }
            }
        }
        return attempt
    }

    /// What the file ended in.
    private func unfinished(
        _ task: Task, _ text: JSONText, from start: Int, _ token: Int?, _ container: Int, _ tree: SourceTree
    ) -> JSONUnfinished {
        if let token {
            let isString = text.bytes[start + token] == UInt8(ascii: "\"")
            return isString ? .string(line: text.place(at: start + token).line) : .token
        }
        guard container >= 0 else { return .nothing }
        let node = tree.nodes[container]
        if container == 0, case .moreMembers = task.beginning { return .object(line: task.topLine) }
        let line = text.place(at: start + Int(node.start)).line
        return node.kind == .record ? .object(line: line) : .array(line: line)
    }
}

extension SourceWindow {
    /// Takes over a stretch of a file.
    fileprivate mutating func fill(_ stretch: ArraySlice<UInt8>, anchor: Anchor, encoding: TextEncoding) {
        bytes.append(contentsOf: stretch)
        (self.anchor, self.encoding) = (anchor, encoding)
    }
}

extension Array {
    /// Lets `body` write up to `room` elements behind those that are there, and say how many it wrote.
    fileprivate mutating func fill(room: Int, _ body: (UnsafeMutablePointer<Element>, inout Int) -> Void) {
        append(addingCapacity: room) { span in
            span.withUnsafeMutableBufferPointer { body($0.baseAddress!, &$1) }
        }
    }
}
