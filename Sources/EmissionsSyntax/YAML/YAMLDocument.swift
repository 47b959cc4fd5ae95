import CYAML
import EmissionsDiagnostics

/// One YAML document as a located tree, read by libyaml. For small files that people write to steer the program.
///
/// What makes YAML dangerous or ambiguous is refused with its place: anchors and aliases, tags, several documents, keys
/// that are no single texts, keys given twice. Unquoted `true`, `false`, `null`, `~` and numbers as JSON writes them are
/// what they look like; everything else is text, `no` and `12:30` too. Addresses are JSON Pointers.
public struct YAMLDocument {
    public private(set) var tree = SourceTree()
    /// Where each character of the text begins, in bytes, which is how libyaml counts, and where the text ends.
    private var offsets: [Int] = []
    /// The collections that are open, each with the key that waits for its value.
    private var open: [(node: SourceTree.NodeID, key: String?, keys: Set<String>)] = []
    private var documents = 0
    private let limits: Limits

    /// - Throws: `SyntaxError` for what is not YAML, or not taken here.
    public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(SyntaxError) {
        self.limits = limits
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = isMarked ? Array(bytes.dropFirst(3)) : bytes
        var anchor = SourceWindow.Anchor()
        anchor.byteOffset = isMarked ? 3 : 0
        tree.window = SourceWindow(bytes: text, anchor: anchor, encoding: .utf8)
        offsets = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
        guard text.count <= Self.mostBytes else { throw refusal(.tooBig(Self.mostBytes), at: 0, .limit) }
        try read(text)
        if tree.isEmpty { throw refusal("the file is empty", at: 0) }
    }

    private static let mostBytes = 4 << 20

    // libyaml's parser is freed whatever happens.
    private mutating func read(_ text: [UInt8]) throws(SyntaxError) {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { throw refusal("there is not enough memory", at: 0, .limit) }
        defer { yaml_parser_delete(&parser) }
        let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
        defer { input.deallocate() }
        _ = input.update(fromContentsOf: text)
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, input.baseAddress, text.count)
        var isAtEnd = false
        while !isAtEnd {
            var event = yaml_event_t()
            guard yaml_parser_parse(&parser, &event) == 1 else { throw malformed(parser) }
            defer { yaml_event_delete(&event) }
            isAtEnd = event.type == YAML_STREAM_END_EVENT
            try take(event)
        }
    }

    private func malformed(_ parser: yaml_parser_t) -> SyntaxError {
        let problem = parser.problem.map { String(cString: $0) } ?? "it can't be read"
        let isByte = parser.error == YAML_READER_ERROR
        let place = isByte ? Int(parser.problem_offset) : offset(parser.problem_mark)
        return error("YML-001", .problem(problem), at: place, length: 1, .malformed, help: .malformed)
    }
}

// MARK: Events

extension YAMLDocument {
    private mutating func take(_ event: yaml_event_t) throws(SyntaxError) {
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documents += 1
            if documents > 1 { throw refusal("there is a second document", at: offset(event.start_mark)) }
        case YAML_ALIAS_EVENT: throw refusal("there is an alias (*name)", at: offset(event.start_mark))
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            try refuse(scalar.anchor, scalar.tag, event)
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let kind = scalar.style == YAML_PLAIN_SCALAR_STYLE ? Self.kind(of: text) : .text
            try add(kind, text, event)
        case YAML_SEQUENCE_START_EVENT:
            try refuse(event.data.sequence_start.anchor, event.data.sequence_start.tag, event)
            try enter(.list, event)
        case YAML_MAPPING_START_EVENT:
            try refuse(event.data.mapping_start.anchor, event.data.mapping_start.tag, event)
            try enter(.record, event)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            if let node = open.popLast()?.node {
                let start = Int(tree.nodes[node].start), end = offset(event.end_mark)
                // The end of a block is where the next one begins.
                tree.nodes[node].length = Int32(tree.window.bytes[start..<end].trimmedEnd - start)
            }
        default: break
        }
    }

    private func refuse(
        _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?, _ event: yaml_event_t
    ) throws(SyntaxError) {
        if anchor != nil { throw refusal("there is an anchor (&name)", at: offset(event.start_mark)) }
        if tag != nil { throw refusal("there is a tag (!name)", at: offset(event.start_mark)) }
    }

    private mutating func enter(_ kind: SourceTree.Kind, _ event: yaml_event_t) throws(SyntaxError) {
        guard open.count < limits.depth else {
            throw refusal(.tooDeep(limits.depth), at: offset(event.start_mark), .limit)
        }
        if let node = try add(kind, "", event) { open.append((node, nil, [])) }
    }

    /// Adds a value, or takes note of a key.
    @discardableResult
    private mutating func add(
        _ kind: SourceTree.Kind, _ text: String, _ event: yaml_event_t
    ) throws(SyntaxError) -> SourceTree.NodeID? {
        let start = offset(event.start_mark)
        var name = ""
        if let top = open.indices.last, tree.kind(of: open[top].node) == .record {
            guard let key = open[top].key else {
                guard kind != .record, kind != .list else { throw refusal("a key is no single text", at: start) }
                guard open[top].keys.insert(text).inserted else {
                    throw refusal(.twice(text), at: start, length: offset(event.end_mark) - start)
                }
                open[top].key = text
                return nil
            }
            name = key
            open[top].key = nil
        }
        let node = tree.append(kind, named: name, text: kind == .null ? "" : text, under: open.last?.node)
        tree.nodes[node].start = Int32(start)
        tree.nodes[node].length = Int32(offset(event.end_mark) - start)
        return node
    }

    private static func kind(of text: String) -> SourceTree.Kind {
        switch text {
        case "", "~", "null": .null
        case "true", "false": .bool
        default: text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) == nil ? .text : .number
        }
    }

    private func offset(_ mark: yaml_mark_t) -> Int { offsets[min(Int(mark.index), offsets.count - 1)] }

    private func refusal(
        _ message: Diagnostic.Message, at start: Int, length: Int = 1, _ kind: SyntaxError.Kind = .malformed
    ) -> SyntaxError {
        error("YML-002", message, at: start, length: length, kind, help: .refused)
    }

    private func error(
        _ code: Diagnostic.Code, _ message: Diagnostic.Message, at start: Int, length: Int, _ kind: SyntaxError.Kind,
        help: String
    ) -> SyntaxError {
        var window = tree.window
        let anchor = window.anchor(at: start)
        let location = SourceLocation(
            line: anchor.line, column: anchor.column, length: length, byteOffset: anchor.byteOffset)
        return SyntaxError(
            kind,
            Diagnostic(
                code, .error, message, help: help, location: location,
                excerpt: window.excerpt(start: min(start, window.bytes.count), length: length)))
    }
}

extension ArraySlice<UInt8> {
    /// Where what is not white space ends.
    fileprivate var trimmedEnd: Int { (lastIndex { $0 > 0x20 } ?? startIndex) + 1 }
}

extension CodeDescription {
    static let yaml: [CodeDescription] = [
        CodeDescription(
            "YML-001", .error, "not YAML",
            why: "The file steers the program, so that nothing is done with it unless all of it can be read.",
            remedy: "Mend the file at the place shown; it is often the indentation, or a text with a colon unquoted."),
        CodeDescription(
            "YML-002", .error, "YAML that is not taken here",
            why: """
                Anchors, aliases, tags and several documents make a file mean something else than it seems to, and keys
                given twice mean two things.
                """,
            remedy: "Write it plainly: texts, numbers, lists and keys, each key once."),
    ]
}

extension Diagnostic.Message {
    fileprivate static func problem(_ words: String) -> Self { "this is not YAML: \(words)" }
    fileprivate static func tooBig(_ limit: Int) -> Self { "the file has more than \(limit) bytes" }
    fileprivate static func tooDeep(_ limit: Int) -> Self { "values are nested more than \(limit) levels deep" }
    fileprivate static func twice(_ key: String) -> Self { "the key '\(key.prefix(80))' is given twice" }
}

extension String {
    fileprivate static let malformed = "Mend the file here; check the indentation, and quote texts that hold a colon."
    fileprivate static let refused = "Write it plainly: texts, numbers, lists and keys, each key once."
}
