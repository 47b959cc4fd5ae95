public import EmissionsDiagnostics

/// Reads JSON (RFC 8259) record by record: the elements of an array, of named arrays in an object, or lines of NDJSON.
///
/// - An array at the top: each element is a record, at `/0`, `/1` and so on.
/// - An object at the top: the arrays among its members that are named as streams give their elements as records, at
///   `/data/0` and so on; a stream that is an object is one record. Other members are headers: those before a stream
///   are handed out before its records, the rest behind all records. Without a stream the object is one record.
/// - Anything else at the top is one record.
/// - More values may follow, each beginning on a line of its own. Each is read as the first was.
///
/// Memory is bounded by the biggest record, and by the header.
public struct JSONReader: RecordReader {
    private enum State {
        /// Between values at the top.
        case top(isFirst: Bool)
        /// At the value of a streamed member.
        case stream(Int)
        /// Inside an array, behind `count` elements.
        case elements(stream: Int?, count: Int)
        /// Behind the value of a streamed member.
        case members
    }

    private var text: JSONText
    private var parsing: JSONParsing
    private let names: [String]
    private var state = State.top(isFirst: true)
    /// The lines at which the object or array at the top begins, and the array that is streamed.
    private var topLine = 1, listLine = 1
    private var members = JSONTopMembers()
    private var findings: [Diagnostic] = []

    /// Reads `source`, where members of an object at the top that are named in `streams` hold records.
    public init(_ source: ByteSource, limits: Limits = Limits(), streams: [String] = []) {
        text = JSONText(source, limits: limits)
        parsing = JSONParsing(limits: limits, streams: streams.map { Array($0.utf8) })
        names = streams
    }

    public mutating func takeFindings() -> [Diagnostic] {
        defer { findings = [] }
        return text.takeFindings() + findings
    }

    public mutating func next(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        while true {
            let role: RecordRole?
            switch state {
            case .top(let isFirst):
                guard try beginTop(isFirst: isFirst) else {
                    tree.removeAll()
                    return nil
                }
                role = try top(into: &tree)
            case .stream(let stream): role = try streamed(stream, into: &tree)
            case .elements(let stream, let count): role = try element(count, of: stream, into: &tree)
            case .members: role = try moreMembers(into: &tree)
            }
            if let role { return role }
        }
    }
}

// MARK: The parts of a file

extension JSONReader {
    /// Moves to the next value at the top; `false` at the end of the file.
    private mutating func beginTop(isFirst: Bool) throws(SyntaxError) -> Bool {
        let line = text.line
        guard try text.peek() != nil else {
            if isFirst { throw text.unfinished(.nothing) }
            return false
        }
        topLine = text.line
        if !isFirst, topLine == line { throw text.malformed(.lineBreakOrEnd, at: text.index) }
        members = JSONTopMembers()
        return true
    }

    private mutating func top(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        if text.bytes[text.index] == UInt8(ascii: "[") {
            text.index += 1
            listLine = topLine
            state = .elements(stream: nil, count: 0)
            return nil
        }
        switch try parse(.value, findsStreams: true, into: &tree) {
        case .value:
            state = .top(isFirst: false)
            return .record(stream: "")
        case .streamed(let stream): return header(before: stream, tree)
        }
    }

    /// The role of the members that stand before a stream, if there are any.
    private mutating func header(before stream: Int, _ tree: SourceTree) -> RecordRole? {
        findings += members.add(tree)
        state = .stream(stream)
        return tree.hasChildren(SourceTree.root) ? .header : nil
    }

    private mutating func streamed(_ stream: Int, into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        let spot = text.spot(at: text.index, length: 1)
        if let twin = members.add(names[stream], spot) { findings.append(twin) }
        if text.bytes[text.index] == UInt8(ascii: "[") {
            listLine = text.line
            text.index += 1
            state = .elements(stream: stream, count: 0)
            return nil
        }
        _ = try parse(.value, nesting: 1, address: "/" + names[stream], into: &tree)
        state = .members
        return .record(stream: names[stream])
    }

    private mutating func element(
        _ count: Int, of stream: Int?, into tree: inout SourceTree
    ) throws(SyntaxError) -> RecordRole? {
        guard let byte = try text.peek() else { throw text.unfinished(.array(line: listLine)) }
        if byte == UInt8(ascii: "]") {
            text.index += 1
            state = stream == nil ? .top(isFirst: false) : .members
            return nil
        }
        if count > 0 {
            guard byte == UInt8(ascii: ",") else { throw text.malformed(.commaOrBracket, at: text.index) }
            text.index += 1
            guard let byte = try text.peek() else { throw text.unfinished(.array(line: listLine)) }
            if byte == UInt8(ascii: "]") { throw text.malformed(.valueAfterComma, at: text.index) }
        }
        _ = try parse(
            .value, fault: count > 0 ? .valueAfterComma : .firstValue, nesting: stream == nil ? 1 : 2,
            address: stream.map { "/\(names[$0])/\(count)" } ?? "/\(count)", into: &tree)
        state = .elements(stream: stream, count: count + 1)
        return stream.map { .record(stream: names[$0]) } ?? .record(stream: "")
    }

    private mutating func moreMembers(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        guard let byte = try text.peek() else { throw text.unfinished(.object(line: topLine)) }
        if byte == UInt8(ascii: "}") {
            text.index += 1
            state = .top(isFirst: false)
            return nil
        }
        guard byte == UInt8(ascii: ",") else { throw text.malformed(.commaOrBrace, at: text.index) }
        text.index += 1
        switch try parse(.moreMembers, findsStreams: true, into: &tree) {
        case .value:
            findings += members.add(tree)
            state = .top(isFirst: false)
            return .header
        case .streamed(let stream): return header(before: stream, tree)
        }
    }

    private mutating func parse(
        _ beginning: JSONParser.Beginning, findsStreams: Bool = false, fault: JSONFault = .value, nesting: Int = 0,
        address: String = "", into tree: inout SourceTree
    ) throws(SyntaxError) -> JSONParser.Finish {
        let task = JSONParsing.Task(
            beginning: beginning, findsStreams: findsStreams, fault: fault, nesting: nesting, topLine: topLine)
        let finish = try parsing.perform(task, on: &text, into: &tree)
        tree.rootAddress = address
        findings += parsing.twinFindings(in: &tree)
        return finish
    }
}
