public import EmissionsDiagnostics

/// Turns the bytes of a file into chunks of valid UTF-8, whatever encoding the file is in.
///
/// A byte order mark decides and is left out. Without one, the ``Policy`` decides. A sequence that is split between two
/// chunks of the source is put together again. Bytes that can't be decoded end the text: what stands before them is
/// handed out first, so that whoever reads the text sees its errors in the order of the file.
public struct TextDecoder {
    /// What a file without a byte order mark is taken for.
    public enum Policy: Sendable {
        /// UTF-8 and nothing else.
        case strictUTF8
        /// UTF-8 unless ``TextDecoder/declare(_:)`` is told otherwise before the first chunk is asked for.
        case declared
        /// UTF-8 if the first character beyond ASCII is valid UTF-8, else windows-1252.
        case windows1252IfNotUTF8
    }

    /// What the file is known to be in so far. ASCII counts as UTF-8.
    public private(set) var encoding = TextEncoding.utf8
    /// Bytes of the byte order mark, known after the first ``next()`` or ``opening()``.
    public private(set) var bomLength = 0

    private enum Form { case undecided, ascii, utf8, windows1252, utf16(isBigEndian: Bool) }

    private let source: ByteSource
    private let policy: Policy
    private let limits: Limits
    private var form = Form.utf8
    private var hasBegun = false
    private var isAtEnd = false
    private var bytesRead = 0
    /// Raw bytes that were read but not decoded: the opening, or the beginning of a split sequence.
    private var pending: [UInt8] = []
    /// Thrown once what stands before it has been handed out.
    private var failure: SyntaxError?
    private var tracker = PlaceTracker()
    private var findings: [Diagnostic] = []

    public init(_ source: ByteSource, policy: Policy, limits: Limits = Limits()) {
        (self.source, self.policy, self.limits) = (source, policy, limits)
    }

    /// The next stretch of text, never empty, or `nil` at the end.
    public mutating func next() throws(SyntaxError) -> [UInt8]? {
        try begin()
        while true {
            if let failure { throw failure }
            var chunk = pending
            if !isAtEnd, let more = try read() {
                if chunk.isEmpty { chunk = more } else { chunk += more }
            }
            pending = []
            if chunk.isEmpty { return nil }
            decode(&chunk)
            if chunk.isEmpty { continue }
            tracker.advance(over: chunk, in: encoding)
            return chunk
        }
    }

    /// Findings since they were last asked for.
    public mutating func takeFindings() -> [Diagnostic] {
        defer { findings = [] }
        return findings
    }

    /// Where the first byte of the text stands: behind the byte order mark.
    public mutating func start() throws(SyntaxError) -> SourceWindow.Anchor {
        try begin()
        var anchor = SourceWindow.Anchor()
        anchor.byteOffset = bomLength
        return anchor
    }
}

// MARK: Deciding on the encoding

extension TextDecoder {
    /// The first bytes after the byte order mark as they stand in the file, for finding a declaration in them.
    ///
    /// At least `count` bytes unless the file is shorter. ``next()`` still hands them out.
    public mutating func opening(_ count: Int = 1024) throws(SyntaxError) -> ArraySlice<UInt8> {
        try begin()
        try gather(count)
        return pending.prefix(count)
    }

    /// Sets the encoding to the one that the file names. A byte order mark has the last word.
    ///
    /// Call it before ``next()``.
    public mutating func declare(_ name: String) throws(SyntaxError) {
        try begin()
        guard bomLength == 0 else { return }
        switch name.lowercased() {
        case "utf-8", "utf8": form = .utf8
        case "us-ascii", "ascii": form = .ascii
        case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "iso_8859-1":
            (form, encoding) = (.windows1252, .windows1252)
        case "utf-16", "utf-16le", "utf-16be": throw notUTF16(name)
        default: throw unknownEncoding(name)
        }
    }

    /// Looks for a byte order mark, once.
    private mutating func begin() throws(SyntaxError) {
        guard !hasBegun else { return }
        try gather(3)
        hasBegun = true
        if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
            (bomLength, form) = (3, .utf8)
        } else if pending.starts(with: [0xFF, 0xFE]) {
            (bomLength, form, encoding) = (2, .utf16(isBigEndian: false), .utf16LittleEndian)
        } else if pending.starts(with: [0xFE, 0xFF]) {
            (bomLength, form, encoding) = (2, .utf16(isBigEndian: true), .utf16BigEndian)
        } else if policy == .windows1252IfNotUTF8 {
            form = .undecided
        }
        pending.removeFirst(bomLength)
        tracker.anchor.byteOffset = bomLength
    }

    /// Reads until `count` bytes are pending or there are no more.
    private mutating func gather(_ count: Int) throws(SyntaxError) {
        while pending.count < count, !isAtEnd, let more = try read() { pending += more }
    }

    private mutating func read() throws(SyntaxError) -> [UInt8]? {
        guard let chunk = try source.next() else {
            isAtEnd = true
            return nil
        }
        bytesRead += chunk.count
        if bytesRead > limits.totalBytes { throw tooManyBytes() }
        return chunk
    }
}

// MARK: Decoding

extension TextDecoder {
    /// Replaces raw bytes with UTF-8, leaving a sequence that is not complete pending.
    private mutating func decode(_ chunk: inout [UInt8]) {
        switch form {
        case .utf8: keepUTF8(&chunk)
        case .ascii: keepASCII(&chunk)
        case .undecided: decide(&chunk)
        case .windows1252: chunk = Windows1252.decoded(chunk)
        case .utf16(let isBigEndian): decodeUTF16(&chunk, isBigEndian: isBigEndian)
        }
    }

    private mutating func keepUTF8(_ chunk: inout [UInt8]) {
        let scan = UTF8Scan(chunk)
        guard scan.validCount < chunk.count else { return }
        if scan.isSplit && !isAtEnd {
            pending = Array(chunk[scan.validCount...])
        } else {
            fail(chunk, at: scan.validCount, isCut: scan.isSplit)
        }
        chunk.removeSubrange(scan.validCount...)
    }

    private mutating func keepASCII(_ chunk: inout [UInt8]) {
        let count = UTF8Scan.asciiCount(chunk)
        guard count < chunk.count else { return }
        fail(chunk, at: count, isCut: false)
        chunk.removeSubrange(count...)
    }

    /// Hands out ASCII as it is. The first sequence beyond it tells what the file is in.
    private mutating func decide(_ chunk: inout [UInt8]) {
        let ascii = UTF8Scan.asciiCount(chunk)
        guard ascii < chunk.count else { return }
        let scan = UTF8Scan(Array(chunk[ascii..<min(ascii + 4, chunk.count)]))
        if scan.validCount > 0 {
            form = .utf8
            keepUTF8(&chunk)
        } else if scan.isSplit && !isAtEnd {
            pending = Array(chunk[ascii...])
            chunk.removeSubrange(ascii...)
        } else {
            (form, encoding) = (.windows1252, .windows1252)
            findings.append(assumedWindows1252(chunk[ascii], at: place(after: chunk[..<ascii])))
            chunk = Windows1252.decoded(chunk)
        }
    }

    private mutating func decodeUTF16(_ chunk: inout [UInt8], isBigEndian: Bool) {
        let scan = UTF16Scan(chunk, isBigEndian: isBigEndian)
        let rest = chunk[scan.byteCount...]
        chunk = scan.text
        guard !rest.isEmpty else { return }
        if scan.isSplit && !isAtEnd {
            pending = Array(rest)
        } else {
            failure = SyntaxError(.malformed, notUTF16(rest, at: place(after: chunk[...])))
        }
    }

    private mutating func fail(_ chunk: [UInt8], at index: Int, isCut: Bool) {
        failure = SyntaxError(
            .malformed, notDecodable(chunk[index], isCut: isCut, at: place(after: chunk[..<index])))
    }

    /// The place behind all that was handed out and `text`.
    private func place(after text: ArraySlice<UInt8>) -> SourceLocation {
        var tracker = tracker
        tracker.advance(over: text, in: encoding)
        return SourceLocation(
            line: tracker.anchor.line, column: tracker.anchor.column, length: 1,
            byteOffset: tracker.anchor.byteOffset)
    }
}

// MARK: Wording

extension TextDecoder {
    private func notDecodable(_ byte: UInt8, isCut: Bool, at place: SourceLocation) -> Diagnostic {
        let found = "byte \(hex(byte)) at offset \(place.byteOffset)"
        if case .ascii = form {
            return Diagnostic(
                "SYN-002", .error, "\(found) is not US-ASCII, which the file says it is written in",
                help: "Name the encoding that the file was saved in, best UTF-8.", location: place)
        }
        return Diagnostic(
            "SYN-002", .error,
            isCut
                ? "\(found) begins a UTF-8 character that the end of the file cuts off" : "\(found) is not valid UTF-8",
            help: isCut ? "Send the whole file." : "Save the file as UTF-8.", location: place)
    }

    private func notUTF16(_ rest: ArraySlice<UInt8>, at place: SourceLocation) -> Diagnostic {
        rest.count == 1
            ? Diagnostic(
                "SYN-002", .error,
                "the file ends at byte \(place.byteOffset) in the middle of a UTF-16 character of two bytes",
                help: "Send the whole file, or save it as UTF-8.", location: place)
            : Diagnostic(
                "SYN-002", .error,
                "half of a UTF-16 surrogate pair at offset \(place.byteOffset) has no other half beside it",
                help: "Save the file as UTF-8.", location: place)
    }

    private func assumedWindows1252(_ byte: UInt8, at place: SourceLocation) -> Diagnostic {
        Diagnostic(
            "SYN-010", .note,
            "byte \(hex(byte)) at offset \(place.byteOffset) is not UTF-8, so windows-1252 was assumed from there on",
            help: "Save the file as UTF-8 so that nothing has to be assumed.", location: place)
    }

    private func unknownEncoding(_ name: String) -> SyntaxError {
        SyntaxError(
            .malformed,
            Diagnostic(
                "SYN-011", .error, "encoding \"\(name)\" is not supported",
                help: "Save the file as UTF-8 and let it say so.",
                location: SourceLocation(line: 1, column: 1)))
    }

    private func notUTF16(_ name: String) -> SyntaxError {
        SyntaxError(
            .malformed,
            Diagnostic(
                "SYN-011", .error, "the file says it is written in \(name) but has no byte order mark",
                help: "Name the encoding that the file was saved in, best UTF-8.",
                location: SourceLocation(line: 1, column: 1)))
    }

    private func tooManyBytes() -> SyntaxError {
        SyntaxError(
            .limit,
            Diagnostic(
                "LIM-001", .error, "the file is bigger than \(limits.totalBytes) bytes, the limit totalBytes",
                help: "Split the file, or have the limit raised."))
    }

    private func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}
