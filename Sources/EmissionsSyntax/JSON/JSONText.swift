import EmissionsDiagnostics

/// The stretch of a JSON file that is being read, and the places of its bytes.
struct JSONText {
    private var decoder: TextDecoder
    private(set) var bytes: [UInt8] = []
    /// The next byte to read.
    var index = 0
    /// Whether nothing follows ``bytes``.
    private(set) var isWhole = false
    /// Why nothing more can be read, held back until someone needs more.
    private var failure: SyntaxError?
    /// Follows the text up to the byte at `tracked`.
    private var tracker = PlaceTracker()
    private var tracked = 0
    private var hasBegun = false

    /// How much of a line before a record is kept and shown with it.
    private static let lineReach = 256
    private static let chunk = 64 << 10

    init(_ source: ByteSource, limits: Limits) {
        decoder = TextDecoder(source, policy: .strictUTF8, limits: limits)
    }

    var encoding: TextEncoding { decoder.encoding }
    mutating func takeFindings() -> [Diagnostic] { decoder.takeFindings() }

    /// Reads until twice as much is ahead as now, and a whole chunk at least; `false` at the end of the file.
    mutating func readMore() throws(SyntaxError) -> Bool {
        if let failure { throw failure }
        guard !isWhole else { return false }
        forget(before: index - Self.lineReach)
        read(until: max(Self.chunk, 2 * (bytes.count - index)))
        if let failure, bytes.count == index { throw failure }
        return true
    }

    /// Reads until `count` bytes are ahead, if there are so many. Nothing moves.
    private mutating func read(until count: Int) {
        while bytes.count - index < count, !isWhole, failure == nil {
            do {
                if !hasBegun {
                    tracker.anchor = try decoder.start()
                    hasBegun = true
                }
                guard let chunk = try decoder.next() else {
                    isWhole = true
                    return
                }
                if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            } catch { failure = error }
        }
    }

    private mutating func forget(before cut: Int) {
        guard cut > 0 else { return }
        track(to: cut)
        bytes.removeSubrange(..<cut)
        index -= cut
        tracked -= cut
    }

    private mutating func track(to index: Int) {
        guard index > tracked else { return }
        bytes.withUnsafeBytes {
            tracker.advance(over: UnsafeRawBufferPointer(rebasing: $0[tracked..<index]), in: decoder.encoding)
        }
        tracked = index
    }

    /// The next byte that is not whitespace, or `nil` at the end of the file.
    mutating func peek() throws(SyntaxError) -> UInt8? {
        repeat {
            while index < bytes.count {
                let byte = bytes[index]
                guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
                index &+= 1
            }
        } while try readMore()
        return nil
    }

    /// Where the byte at `position` stands, which must not be before ``index`` as it was at the last reading.
    func place(at position: Int) -> SourceWindow.Anchor {
        var tracker = tracker
        bytes.withUnsafeBytes {
            tracker.advance(over: UnsafeRawBufferPointer(rebasing: $0[tracked..<position]), in: decoder.encoding)
        }
        return tracker.anchor
    }

    /// Where a window for what begins at ``index`` should begin: at the beginning of its line if that is near.
    mutating func windowStart() -> (index: Int, anchor: SourceWindow.Anchor) {
        track(to: index)
        var anchor = tracker.anchor
        guard anchor.column <= Self.lineReach else { return (index, anchor) }
        var start = index, scalars = anchor.column - 1
        while scalars > 0 {
            guard start > 0 else { return (index, anchor) }
            start -= 1
            if bytes[start] & 0xC0 != 0x80 { scalars -= 1 }
        }
        for byte in bytes[start..<index] { anchor.byteOffset -= encoding.width(ofByte: byte) }
        anchor.column = 1
        return (start, anchor)
    }

    /// The line of the byte at ``index``.
    var line: Int {
        mutating get {
            track(to: index)
            return tracker.anchor.line
        }
    }

    /// Where something stands and the line it stands on.
    mutating func spot(at position: Int, length: Int) -> (location: SourceLocation, excerpt: Excerpt?) {
        let reach = 200
        read(until: position - index + reach)
        let anchor = place(at: position)
        let first = max(0, position - reach)
        let last = min(bytes.count, position + reach)
        let window = SourceWindow(bytes: Array(bytes[first..<last]), anchor: anchor, encoding: encoding)
        let location = SourceLocation(
            line: anchor.line, column: anchor.column, length: length, byteOffset: anchor.byteOffset)
        return (location, window.excerpt(start: position - first, length: length))
    }
}
