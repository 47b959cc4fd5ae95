import EmissionsDiagnostics

extension SourceTree {
    /// Edits that call a node by another name: an element in its start and its end tag, a member of a JSON object.
    mutating func nameEdits(writing name: String, at id: NodeID) -> [SourceEdit] {
        let stretches: [Range<Int>] =
            switch syntax {
            case .json: memberName(of: id).map { [$0.dropFirst().dropLast()] } ?? []
            case .xml: tagNames(of: id)
            case .csv: []
            }
        let known = Array(self.name(of: id).utf8)
        guard stretches.allSatisfy({ window.bytes[$0].elementsEqual(known) }) else { return [] }
        let written = Array(name.utf8)
        let edits = stretches.compactMap { edit($0, writing: written) }
        return edits.count == stretches.count ? edits : []
    }

    /// Where the name of a member of an object is written, with its quotation marks.
    func memberName(of id: NodeID) -> Range<Int>? {
        guard syntax == .json, let value = stretch(of: id), let parent = parent(of: id), kind(of: parent) == .record
        else { return nil }
        let bytes = window.bytes
        guard let colon = bytes.lastIndexBehindSpace(before: value.lowerBound), bytes[colon] == UInt8(ascii: ":"),
            let end = bytes.lastIndexBehindSpace(before: colon), bytes[end] == .quote
        else { return nil }
        var start = end
        while start > 0 {
            start -= 1
            guard bytes[start] == .quote else { continue }
            let slashes = bytes[..<start].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
            if slashes.isMultiple(of: 2) { return start..<end + 1 }
        }
        return nil
    }

    /// Where the name of an element is written, without its prefix: in its start tag and in its end tag.
    private func tagNames(of id: NodeID) -> [Range<Int>] {
        guard let node = stretch(of: id) else { return [] }
        let bytes = window.bytes, open = UInt8(ascii: "<"), slash = UInt8(ascii: "/")
        let isTag = node.first.map { $0 < bytes.count && bytes[$0] == open } ?? false
        guard let start = isTag ? node.lowerBound : bytes[..<node.lowerBound].lastIndex(of: open),
            let first = bytes.localName(at: start + 1)
        else { return [] }
        if !hasChildren(id), textIsEmpty(id) {
            // Without content there may be no end tag.
            guard let close = bytes[first.upperBound...].firstIndex(of: UInt8(ascii: ">")) else { return [] }
            if bytes[close - 1] == slash { return [first] }
        }
        let ending =
            isTag ? bytes[..<node.upperBound].lastIndex(of: open) : bytes[node.upperBound...].firstIndex(of: open)
        guard let ending, ending > start, ending + 1 < bytes.count, bytes[ending + 1] == slash,
            let last = bytes.localName(at: ending + 2)
        else { return [] }
        return [first, last]
    }
}

extension [UInt8] {
    /// The last byte before an index that is no white space.
    func lastIndexBehindSpace(before index: Int) -> Int? { self[..<index].lastIndex { !$0.isXMLSpace } }

    /// The name of a tag behind its prefix.
    fileprivate func localName(at start: Int) -> Range<Int>? {
        let end = self[start...].firstIndex { $0.isXMLSpace || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
        guard let end else { return nil }
        let colon = self[start..<end].firstIndex(of: UInt8(ascii: ":"))
        return (colon.map { $0 + 1 } ?? start)..<end
    }
}
