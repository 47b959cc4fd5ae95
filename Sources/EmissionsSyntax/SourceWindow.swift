public import EmissionsDiagnostics

/// The bytes that one part of a file was read from, as UTF-8, and where in the file they begin.
public struct SourceWindow: Sendable {
    /// A place in a file, told in every way a person may look for it.
    public struct Anchor: Hashable, Sendable {
        /// In bytes of the file as submitted, counted from 0.
        public var byteOffset = 0
        /// Counted from 1.
        public var line = 1
        /// In Unicode scalars, counted from 1.
        public var column = 1
        public init() {}
    }

    public internal(set) var bytes: [UInt8] = []
    public internal(set) var anchor = Anchor()
    public internal(set) var encoding = TextEncoding.utf8
    /// The member of a package that they are from; `nil` for a single file.
    public internal(set) var part: String?
    /// Anchors of every 256th byte, made when first needed, so that a finding in a big part costs little.
    private var checkpoints: [Anchor] = []
    private static let stride = 256
    /// The place that was asked for last: the next is mostly a little behind it.
    private var latest = Checkpoint(offset: 0, anchor: Anchor())

    private struct Checkpoint {
        var offset: Int
        var anchor: Anchor
    }

    public init() {}

    init(bytes: [UInt8], anchor: Anchor, encoding: TextEncoding) {
        (self.bytes, self.anchor, self.encoding) = (bytes, anchor, encoding)
    }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        checkpoints.removeAll(keepingCapacity: true)
        latest.offset = 0
        anchor = Anchor()
        part = nil
    }

    /// Where the byte at `offset` stands in the file.
    public mutating func anchor(at offset: Int) -> Anchor {
        let offset = min(max(offset, 0), bytes.count)
        guard offset > Self.stride else { return anchor.advanced(over: bytes[..<offset], in: encoding, of: bytes) }
        let index = offset / Self.stride
        if checkpoints.isEmpty { checkpoints.append(anchor) }
        while checkpoints.count <= index {
            let start = (checkpoints.count - 1) * Self.stride
            checkpoints.append(
                checkpoints[checkpoints.count - 1].advanced(
                    over: bytes[start..<start + Self.stride], in: encoding, of: bytes))
        }
        var known = Checkpoint(offset: index * Self.stride, anchor: checkpoints[index])
        if latest.offset > known.offset, latest.offset <= offset { known = latest }
        let anchor = known.anchor.advanced(over: bytes[known.offset..<offset], in: encoding, of: bytes)
        latest = Checkpoint(offset: offset, anchor: anchor)
        return anchor
    }

    /// The line around a stretch of the window, clipped to what a person can take in.
    public func excerpt(start: Int, length: Int) -> Excerpt? {
        guard !bytes.isEmpty, start <= bytes.count else { return nil }
        let reach = 160
        var first = start
        while first > 0, start - first < reach, bytes[first - 1] != 10, bytes[first - 1] != 13 { first -= 1 }
        while first < start, bytes[first] & 0xC0 == 0x80 { first += 1 }
        var last = start
        while last < bytes.count, last - start < reach, bytes[last] != 10, bytes[last] != 13 { last += 1 }
        while last < bytes.count, last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
        let before = String(decoding: bytes[first..<start], as: UTF8.self)
        let end = min(max(start + length, start), last)
        let marked = String(decoding: bytes[start..<end], as: UTF8.self)
        let rest = String(decoding: bytes[end..<last], as: UTF8.self)
        return Excerpt(
            text: (before + marked + rest).replacingTabs, indent: before.unicodeScalars.count,
            width: max(1, marked.unicodeScalars.count))
    }
}

extension SourceWindow.Anchor {
    /// The place after `stretch`, which may begin or end inside a scalar.
    func advanced(over stretch: ArraySlice<UInt8>, in encoding: TextEncoding, of all: [UInt8]) -> Self {
        var place = self
        stretch.withUnsafeBufferPointer { bytes in
            if encoding == .utf8, place.advance(overPlain: bytes) { return }
            for index in bytes.indices {
                let byte = bytes[index]
                place.byteOffset += encoding.width(ofByte: byte)
                if byte == 10 {
                    place.line += 1
                    place.column = 1
                } else if byte == 13 {
                    let following = stretch.startIndex + index + 1
                    if following < all.count, all[following] == 10 {
                        place.column += 1
                    } else {
                        place.line += 1
                        place.column = 1
                    }
                } else if byte & 0xC0 != 0x80 {
                    place.column += 1
                }
            }
        }
        return place
    }
}

extension SourceWindow.Anchor {
    /// The same for UTF-8 whose lines end in line feeds alone, in loops that the compiler can take several bytes at a time.
    ///
    /// - Returns: `false` where it isn't that, and nothing was done.
    fileprivate mutating func advance(overPlain bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var returns = 0, feeds = 0
        for byte in bytes {
            returns &+= byte == 13 ? 1 : 0
            feeds &+= byte == 10 ? 1 : 0
        }
        guard returns == 0 else { return false }
        var start = 0
        if feeds > 0 {
            start = bytes.count
            while bytes[start - 1] != 10 { start -= 1 }
            line += feeds
            column = 1
        }
        var columns = 0
        for byte in UnsafeBufferPointer(rebasing: bytes[start...]) { columns &+= byte & 0xC0 != 0x80 ? 1 : 0 }
        column += columns
        byteOffset += bytes.count
        return true
    }
}

extension String {
    /// One column stays one column when it is printed.
    fileprivate var replacingTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}

// MARK: Places of nodes

extension SourceTree {
    /// Where the stretch of the file ends that the tree was read from, in bytes of the file as submitted.
    public var endOffset: Int {
        mutating get { window.anchor(at: window.bytes.count).byteOffset }
    }

    /// Where a node stands in its file.
    public mutating func location(of id: NodeID) -> SourceLocation {
        let start = Int(nodes[id].start), length = Int(nodes[id].length)
        let anchor = window.anchor(at: start)
        numberSiblings(upwardsFrom: id)
        return SourceLocation(
            part: parts[id] ?? window.part, line: anchor.line, column: anchor.column, length: length,
            byteOffset: anchor.byteOffset, address: address(of: id))
    }

    /// The line a node stands on.
    public func excerpt(of id: NodeID) -> Excerpt? {
        window.excerpt(start: Int(nodes[id].start), length: Int(nodes[id].length))
    }

    /// What a node is called in its syntax: a JSON Pointer, an XPath or a cell.
    public func address(of id: NodeID) -> SourceLocation.Address {
        switch syntax {
        case .json: .pointer(path(to: id, from: rootAddress))
        case .xml: .xpath(path(to: id, from: rootAddress))
        case .csv: .cell(cell(id))
        }
    }

    /// The address of a node counted from the root of this tree, as a JSON Pointer or an XPath.
    public func addressBelowRoot(of id: NodeID) -> String {
        path(to: id, from: "")
    }

    private func path(to id: NodeID, from root: String) -> String {
        var steps: [NodeID] = [], length = root.utf8.count
        steps.reserveCapacity(16)
        var current = id
        while let parent = parent(of: current) {
            steps.append(current)
            length += Int(nodes[current].name.count) + 8
            current = parent
        }
        var text: [UInt8] = []
        text.reserveCapacity(length)
        text.append(contentsOf: root.utf8)
        for step in steps.reversed() {
            text.append(UInt8(ascii: "/"))
            if syntax == .xml { appendXPathStep(step, to: &text) } else { appendPointerStep(step, to: &text) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func appendPointerStep(_ id: NodeID, to text: inout [UInt8]) {
        if let parent = parent(of: id), nodes[parent].kind == .list {
            return text.append(contentsOf: String(nodes[id].ordinal).utf8)
        }
        withName(of: id) { name in
            for byte in name {
                switch byte {
                case UInt8(ascii: "~"): text.append(contentsOf: "~0".utf8)
                case UInt8(ascii: "/"): text.append(contentsOf: "~1".utf8)
                default: text.append(byte)
                }
            }
        }
    }

    /// The cell of a value, or the first cell of a row.
    private func cell(_ id: NodeID) -> String {
        if nodes[id].kind == .record || nodes[id].kind == .list { return "A\(nodes[id].ordinal + 1)" }
        let row = parent(of: id).map { nodes[$0].ordinal } ?? 0
        return "\(Self.columnLetters(Int(nodes[id].ordinal)))\(row + 1)"
    }

    /// `A` for column 0, `Z` for 25, `AA` for 26.
    package static func columnLetters(_ column: Int) -> String {
        var letters: [UInt8] = [], rest = column
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension SourceTree {
    /// The text of a single value, or its beginning: findings are kept, and a text may be as big as a file.
    package func opening(of id: NodeID) -> String? {
        isLeaf(id) ? withText(of: id) { String(decoding: $0.prefix(512), as: UTF8.self) } : nil
    }
}
