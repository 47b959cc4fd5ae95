public import EmissionsDiagnostics

extension SourceTree {
    /// How a fix is written in the file, at the place of a node.
    ///
    /// - Returns: Nothing where that can't be done without touching anything else, such as a comment in the value, or
    ///   where the encoding of the file has no way to say it.
    public mutating func edits(for replacement: Fix.Replacement, at node: NodeID) -> [SourceEdit] {
        switch replacement {
        case .text(let text): edits(writing: text, asText: true, at: node)
        case .literal(let text): edits(writing: text, asText: false, at: node)
        case .name(let name): nameEdits(writing: name, at: node)
        case .trimmed: trimmingEdits(at: node)
        case .removed: removalEdits(of: [node])
        }
    }

    /// The edit of a stretch of the window.
    mutating func edit(_ stretch: Range<Int>, writing after: [UInt8]) -> SourceEdit? {
        let before = Array(window.bytes[stretch])
        guard before != after, let bytesBefore = window.encoding.encoded(before),
            let bytesAfter = window.encoding.encoded(after)
        else { return nil }
        let place = window.anchor(at: stretch.lowerBound)
        return SourceEdit(
            at: SourceLocation(
                line: place.line, column: place.column, length: before.count, byteOffset: place.byteOffset),
            before: String(decoding: before, as: UTF8.self), after: String(decoding: after, as: UTF8.self),
            bytesBefore: bytesBefore, bytesAfter: bytesAfter)
    }

    /// Where a node stands in the window, as the reader noted it; `nil` for one that was made up.
    func stretch(of id: NodeID) -> Range<Int>? {
        let start = Int(nodes[id].start), length = Int(nodes[id].length)
        guard start >= 0, length >= 0, start + length <= window.bytes.count else { return nil }
        return start..<start + length
    }

    // MARK: Values

    private mutating func edits(writing text: String, asText: Bool, at id: NodeID) -> [SourceEdit] {
        guard isLeaf(id), let stretch = valueStretch(of: id) else { return [] }
        let written: [UInt8]? =
            switch syntax {
            case .json: JSONSpelling.written(text, asText: asText)
            case .xml: XMLSpelling.written(text)
            case .csv: CSVSpelling.written(text, inPlaceOf: window.bytes[stretch])
            }
        return written.flatMap { edit(stretch, writing: $0) }.map { [$0] } ?? []
    }

    /// Where a value stands with the white space around it, if it is written in one piece.
    private func valueStretch(of id: NodeID) -> Range<Int>? {
        guard let stretch = stretch(of: id), !stretch.isEmpty else { return nil }
        guard syntax == .xml else { return stretch }
        // A comment, a CDATA section or a reference in the value, or a tag where the value could not be found.
        guard !window.bytes[stretch].contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return nil
        }
        if withName(of: id, { $0.first }) == UInt8(ascii: "@") {
            return withText(of: id) { $0.elementsEqual(window.bytes[stretch]) } ? stretch : nil
        }
        let around = XMLSpelling.stretchWithSpace(stretch, in: window.bytes)
        return window.bytes[..<around.lowerBound].last == UInt8(ascii: ">")
            && window.bytes[around.upperBound...].starts(with: [UInt8(ascii: "<"), UInt8(ascii: "/")]) ? around : nil
    }

    private mutating func trimmingEdits(at id: NodeID) -> [SourceEdit] {
        guard let stretch = stretch(of: id), !stretch.isEmpty else { return [] }
        var (outer, inner) = (stretch, stretch)
        switch syntax {
        case .json: return []
        case .xml:
            guard withName(of: id, { $0.first }) != UInt8(ascii: "@") else { return [] }
            outer = XMLSpelling.stretchWithSpace(stretch, in: window.bytes)
        case .csv:
            outer = CSVSpelling.content(of: stretch, in: window.bytes)
            inner = outer
            while inner.count > 0, window.bytes[inner.lowerBound] <= 0x20 { inner = inner.dropFirst() }
            while inner.count > 0, window.bytes[inner.upperBound - 1] <= 0x20 { inner = inner.dropLast() }
        }
        return [outer.lowerBound..<inner.lowerBound, inner.upperBound..<outer.upperBound].compactMap {
            $0.isEmpty ? nil : edit($0, writing: [])
        }
    }
}
