public import EmissionsDiagnostics

/// Reads XML one record at a time, never more of the file than a record and a chunk.
///
/// An element is a node called by its local name: a record if it has elements in it, else a text, as it stands in the
/// file. An attribute is a child called `@name`; text beside elements is one called `#text`. Elements outside of the
/// namespace of the document element are called `{namespace}name`, so that they are not taken for the format's own; where
/// a format has several namespaces and names them, `prefix:name`, whatever the prefix in the file, and so are attributes.
///
/// A document type declaration is refused. Nothing is ever loaded.
public struct XMLReader: RecordReader {
    private let feed: XMLFeed

    /// Reads from `source` the children of the document element that are called one of `records`, one at a time.
    ///
    /// They are meant by their local name, in the namespace of the document element. What else is in the document comes
    /// as headers: one before the first record, and one wherever more comes after it. A document without records is one
    /// header. An observer follows the document as it is read.
    ///
    /// - Parameters:
    ///   - source: The bytes of the file.
    ///   - limits: What it is held against.
    ///   - records: The local names of the elements that are records.
    ///   - path: The local names of the elements that records stand in, below the document element.
    ///   - namespaces: The prefixes of the namespaces that the format has besides that of its document element.
    ///   - observer: Who follows the document.
    public init(
        _ source: ByteSource, limits: Limits = Limits(), records: [String] = [], below path: [String] = [],
        namespaces: [String: String] = [:], observer: XMLObserver? = nil
    ) {
        feed = XMLFeed(
            source, limits: limits, records: records, path: path, namespaces: namespaces, observer: observer)
    }

    public mutating func next(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        try feed.next(into: &tree)
    }

    public mutating func takeFindings() -> [Diagnostic] { feed.takeFindings() }

    /// The local name of the document element, known once something was read.
    public var rootName: String? { feed.parser?.builder.pointee.rootName }
    /// The namespace of the document element.
    public var rootNamespace: String? { feed.parser?.builder.pointee.rootNamespace }
}

/// Takes a file from its source to the parser.
///
/// libxml2 is sensitive to where chunks end, so all sources are cut in the same way: after a tag where there is one.
private final class XMLFeed {
    private var decoder: TextDecoder
    private let limits: Limits
    private let records: [String], path: [String]
    private let namespaces: [String: String]
    private let observer: XMLObserver?
    private(set) var parser: XMLPushParser?
    /// The offset behind what was pushed.
    private var pushed = 0
    private var isAtEnd = false
    /// Why there is no more text; thrown once what stands before it was looked at.
    private var decodingFailure: SyntaxError?
    private static let chunkSize = 64 << 10
    /// libxml2 compares each attribute of a tag with all others.
    private static let longestTag = 256 << 10
    private static let longestComment = 8 << 20

    init(
        _ source: ByteSource, limits: Limits, records: [String], path: [String], namespaces: [String: String],
        observer: XMLObserver?
    ) {
        decoder = TextDecoder(source, policy: .declared, limits: limits)
        (self.limits, self.records, self.path) = (limits, records, path)
        (self.namespaces, self.observer) = (namespaces, observer)
    }

    func next(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        let parser = try begin()
        while true {
            if let role = parser.builder.pointee.take(into: &tree) { return role }
            if let failure = parser.builder.pointee.failure { throw failure }
            if isAtEnd { return nil }
            fill(parser)
            pushNext(to: parser)
        }
    }

    func takeFindings() -> [Diagnostic] {
        let findings = decoder.takeFindings() + (parser?.builder.pointee.findings ?? [])
        parser?.builder.pointee.findings = []
        return findings
    }

    private func begin() throws(SyntaxError) -> XMLPushParser {
        if let parser { return parser }
        try settleEncoding()
        let text = RetainedText(at: try decoder.start(), in: decoder.encoding)
        let parser = XMLPushParser(
            XMLTreeBuilder(text: text, limits: limits, records: records, path: path, namespaces: namespaces),
            observer: observer?.events)
        self.parser = parser
        return parser
    }

    /// Goes by the byte order mark, or else by the XML declaration; they must not contradict each other.
    private func settleEncoding() throws(SyntaxError) {
        let opening = try decoder.opening()
        if decoder.bomLength == 0 && opening.prefix(2).contains(0) { throw XMLDeclaration.missingByteOrderMark }
        guard let name = XMLDeclaration.encoding(in: opening.filter { $0 != 0 }[...]) else { return }
        try decoder.declare(name)
        let isUTF16 = decoder.encoding == .utf16BigEndian || decoder.encoding == .utf16LittleEndian
        let expected = isUTF16 ? "utf-16" : "utf-8"
        if decoder.bomLength > 0 && !name.lowercased().hasPrefix(expected) {
            throw XMLDeclaration.contradiction(name, decoder.encoding)
        }
    }

    /// Gets a chunk's worth of text, if there is as much.
    private func fill(_ parser: XMLPushParser) {
        while parser.builder.pointee.text.end - pushed < Self.chunkSize, decodingFailure == nil {
            do throws(SyntaxError) {
                guard let more = try decoder.next() else { return }
                parser.builder.pointee.text.append(more)
            } catch { decodingFailure = error }
        }
    }

    private func pushNext(to parser: XMLPushParser) {
        let rest = parser.builder.pointee.text.bytes(at: pushed)
        if rest.count < Self.chunkSize {
            parser.push(rest)
            pushed += rest.count
            isAtEnd = true
            if parser.builder.pointee.failure == nil { end(parser) }
        } else {
            let chunk = rest.prefix(Self.cut(rest.prefix(Self.chunkSize)))
            parser.push(chunk)
            pushed += chunk.count
            if parser.builder.pointee.failure == nil { limit(parser) }
        }
    }

    private func end(_ parser: XMLPushParser) {
        if let decodingFailure {
            parser.builder.pointee.fail(decodingFailure)
        } else {
            parser.builder.pointee.isTextComplete = true
            parser.finish()
        }
    }

    /// How much of a chunk to push: up to the end of its last tag, or else not to the middle of anything.
    private static func cut(_ chunk: ArraySlice<UInt8>) -> Int {
        if let index = chunk.lastIndex(of: UInt8(ascii: ">")) { return index + 1 - chunk.startIndex }
        var end = chunk.endIndex
        while end > chunk.startIndex, chunk[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if end > chunk.startIndex, chunk[end - 1] >= 0xC0 { end -= 1 } else { end = chunk.endIndex }
        while end > chunk.startIndex, chunk[end - 1] == UInt8(ascii: "]") || chunk[end - 1] == 13 { end -= 1 }
        return end > chunk.startIndex ? end - chunk.startIndex : chunk.count
    }

    /// Keeps libxml2 from gathering what has no end, and forgets what is no longer needed.
    private func limit(_ parser: XMLPushParser) {
        let builder = parser.builder
        let consumed = parser.consumed
        let rest = builder.pointee.text.bytes(at: consumed, count: pushed - consumed)
        let isComment = rest.starts(with: "<!--".utf8)
        if isComment || rest.starts(with: "<?".utf8) {
            if rest.count > Self.longestComment {
                let what = isComment ? "comment" : "processing instruction"
                builder.pointee.fail(.longMarkup(what, Self.longestComment), at: consumed)
            }
        } else if rest.starts(with: "<!DOCTYPE".utf8) {
            builder.pointee.fail(.documentType, at: consumed, length: 9)
        } else if rest.count > Self.longestTag {
            let fault: XMLFault =
                rest.first == UInt8(ascii: "&") ? .ampersand : .longMarkup("tag", Self.longestTag)
            builder.pointee.fail(fault, at: consumed)
        } else if consumed - builder.pointee.partStart > limits.recordBytes {
            builder.pointee.fail(.tooBig(limits.recordBytes, builder.pointee.isRecord), at: builder.pointee.partStart)
        }
        builder.pointee.dropText(upTo: consumed)
    }
}
