extension ReadLog {
    /// Notes that what stands below `node` is in an extension of its format, where few will look for it.
    public mutating func keep(_ node: NodeID) { kept.insert(node) }

    public var keepsSome: Bool { !kept.isEmpty }

    public func isKept(_ node: NodeID) -> Bool {
        guard !kept.isEmpty else { return false }
        return sequence(first: node) { tree.parent(of: $0) }.contains(where: kept.contains)
    }
}
