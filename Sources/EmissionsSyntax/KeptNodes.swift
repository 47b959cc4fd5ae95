extension ReadLog {
    /// Notes that a node says nothing of the field that it stands in: a mark of the format's own.
    public mutating func noteStructure(_ node: NodeID) {
        claim(node)
        structure.insert(node)
    }

    /// Notes that what stands below `node` is in an extension of its format, where few will look for it.
    public mutating func keep(_ node: NodeID) { kept.insert(node) }

    /// Which nodes are in an extension; empty where none is.
    public func keptNodes() -> [Bool] {
        guard !kept.isEmpty else { return [] }
        var isKept = Array(repeating: false, count: tree.count)
        for node in kept { isKept[node] = true }
        // A node always stands behind the one that it is in.
        for id in isKept.indices where !isKept[id] { isKept[id] = tree.parent(of: id).map { isKept[$0] } ?? false }
        return isKept
    }
}
