extension SourceTree {
    /// Fewer children than these are counted anew for every address.
    private static let fewChildren = 16

    /// Numbers the siblings of a node and of those that it stands in, in XML and where there are many.
    ///
    /// An XPath tells how many elements of the same name stand before one. When that is counted for each of many siblings
    /// that something is found about, the time grows with the square of their number; so it is counted once for all.
    mutating func numberSiblings(upwardsFrom id: NodeID) {
        guard syntax == .xml else { return }
        var current = id
        while let parent = parent(of: current) {
            if !nodes[parent].hasNumberedChildren, hasManyChildren(parent) { numberChildren(of: parent) }
            current = parent
        }
    }

    private func hasManyChildren(_ parent: NodeID) -> Bool {
        nodes[parent].kind != .list && children(of: parent).dropFirst(Self.fewChildren).contains { _ in true }
    }

    /// 0 for the only one of its name, else from 1 on.
    private mutating func numberChildren(of parent: NodeID) {
        var seen: [String: (first: NodeID, count: Int32)] = [:]
        for child in Array(children(of: parent)) {
            let name = name(of: child)
            let (first, count) = seen[name] ?? (child, 0)
            seen[name] = (first, count + 1)
            nodes[child].ordinal = count == 0 ? 0 : count + 1
            if count == 1 { nodes[first].ordinal = 1 }
        }
        nodes[parent].hasNumberedChildren = true
    }

    /// A position is given where several elements of one name stand side by side.
    func appendXPathStep(_ id: NodeID, to text: inout [UInt8]) {
        withName(of: id) { text.append(contentsOf: $0) }
        guard let parent = parent(of: id) else { return }
        let position = nodes[parent].hasNumberedChildren ? Int(nodes[id].ordinal) : countedPosition(of: id, in: parent)
        if position > 0 { text.append(contentsOf: "[\(position)]".utf8) }
    }

    func countedPosition(of id: NodeID, in parent: NodeID) -> Int {
        var position = 0, count = 0
        for sibling in children(of: parent) where hasName(of: id, in: self, sibling) {
            count += 1
            if sibling == id { position = count }
        }
        return count > 1 ? position : 0
    }
}
