import EmissionsDiagnostics

/// The part of a long text that may still be pointed at, with the place where it begins.
///
/// Offsets count bytes of the whole text as UTF-8, also of what has been dropped.
struct RetainedText {
    private(set) var bytes: [UInt8] = []
    /// The offset of the first of `bytes`.
    private(set) var start = 0
    let encoding: TextEncoding
    /// The place of the first of `bytes`.
    private var base: PlaceTracker
    /// A place further on, from which the next one is counted.
    private var mark: (tracker: PlaceTracker, offset: Int)
    /// How far the beginning of a line may be away to be shown with what stands on it.
    private static let reach = 256

    init(at anchor: SourceWindow.Anchor, in encoding: TextEncoding) {
        self.encoding = encoding
        base = PlaceTracker()
        base.anchor = anchor
        mark = (base, 0)
    }

    /// The offset behind the last of `bytes`.
    var end: Int { start + bytes.count }

    mutating func append(_ more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

    /// Forgets what stands before `offset`, but for the line it is on.
    mutating func drop(before offset: Int) {
        let offset = windowStart(for: offset)
        guard offset > start else { return }
        if offset < mark.offset {
            base.advance(over: bytes[..<(offset - start)], in: encoding)
        } else {
            moveMark(to: offset)
            base = mark.tracker
        }
        bytes.removeFirst(offset - start)
        start = offset
    }

    /// Where the byte at `offset` stands in the file. Cheap for offsets that grow from call to call.
    mutating func anchor(at offset: Int) -> SourceWindow.Anchor {
        let offset = min(max(offset, start), end)
        if offset >= mark.offset && mark.offset >= start {
            moveMark(to: offset)
            return mark.tracker.anchor
        }
        var tracker = base
        tracker.advance(over: bytes[..<(offset - start)], in: encoding)
        return tracker.anchor
    }

    private mutating func moveMark(to offset: Int) {
        if mark.offset < start { mark = (base, start) }
        mark.tracker.advance(over: bytes[(mark.offset - start)..<(offset - start)], in: encoding)
        mark.offset = offset
    }

    /// The beginning of the line of `offset`, or `offset` itself if that is far away.
    func windowStart(for offset: Int) -> Int {
        let first = max(start, offset - Self.reach)
        var current = offset
        while current > first {
            let byte = bytes[current - 1 - start]
            if byte == 10 || byte == 13 { return current }
            current -= 1
        }
        return current == start && offset - start < Self.reach ? start : offset
    }

    /// The offset of the last `byte` before `offset`.
    func last(_ byte: UInt8, before offset: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = min(offset - start, bytes.count) &- 1
            while index >= 0 {
                if bytes[index] == byte { return start + index }
                index &-= 1
            }
            return nil
        }
    }

    /// The bytes from `offset` on, at most `count` of them.
    func bytes(at offset: Int, count: Int = .max) -> ArraySlice<UInt8> {
        bytes.dropFirst(max(0, offset - start)).prefix(count)
    }

    /// Narrows a stretch to what is left without the white space at its ends; `nil` if that is nothing.
    func trimmed(_ first: Int, _ last: Int) -> Range<Int>? {
        var (first, last) = (max(first, start), min(last, end))
        while first < last, bytes[first - start].isXMLSpace { first += 1 }
        while first < last, bytes[last - 1 - start].isXMLSpace { last -= 1 }
        return first < last ? first..<last : nil
    }

    /// A stretch as a finding tells it.
    mutating func pointed(at offset: Int, length: Int) -> (SourceLocation, Excerpt?) {
        let place = anchor(at: offset)
        let nearby = max(start, offset - Self.reach)
        let window = SourceWindow(
            bytes: Array(bytes(at: nearby, count: offset - nearby + length + Self.reach)), anchor: place,
            encoding: encoding)
        return (
            SourceLocation(line: place.line, column: place.column, length: length, byteOffset: place.byteOffset),
            window.excerpt(start: offset - nearby, length: length)
        )
    }
}

extension UInt8 {
    /// Whether it is white space to XML.
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}
