/// A tree made of nodes of another one, each where it stands in the file: what one record of many shares with the others
/// can be read with each of them.
extension SourceTree {
    /// A tree without nodes for stretches of the same source.
    public static func excerpt(of source: inout SourceTree) -> SourceTree {
        // Anchors that are made here are shared by all excerpts.
        _ = source.endOffset
        var tree = SourceTree()
        (tree.window, tree.rootAddress, tree.syntax) = (source.window, source.rootAddress, source.syntax)
        tree.parts = source.parts
        return tree
    }

    /// Adds a node of the source with its place, and unless it is a mere frame all that is below it. One that `isRepeated`
    /// is in an excerpt before this one, too: it is read again, and counts once.
    @discardableResult
    public mutating func append(
        _ id: NodeID, of source: inout SourceTree, under parent: NodeID? = nil, isFrame: Bool = false,
        isRepeated: Bool = false
    ) -> NodeID {
        let top = append(node: id, of: &source, under: parent, isRepeated: isRepeated)
        guard !isFrame else { return top }
        var pending = Array(source.children(of: id)).reversed().map { (node: $0, parent: top) }
        while let next = pending.popLast() {
            let copy = append(node: next.node, of: &source, under: next.parent, isRepeated: isRepeated)
            guard source.hasChildren(next.node) else { continue }
            pending += Array(source.children(of: next.node)).reversed().map { ($0, copy) }
        }
        return top
    }

    private mutating func append(
        node id: NodeID, of source: inout SourceTree, under parent: NodeID?, isRepeated: Bool
    ) -> NodeID {
        source.numberSiblings(upwardsFrom: id)
        let position = source.ordinalInFile(of: id)
        let name = source.withName(of: id) { store($0) }
        let copy = append(source.kind(of: id), name: name, under: parent)
        nodes[copy].text = source.withText(of: id) { store($0) }
        (nodes[copy].start, nodes[copy].length) = (source.nodes[id].start, source.nodes[id].length)
        (nodes[copy].ordinal, nodes[copy].isRepeated) = (position, isRepeated)
        if let parent, syntax == .xml { nodes[parent].hasNumberedChildren = true }
        return copy
    }

    /// Its position as addresses count it, in XML among the elements of its name.
    private func ordinalInFile(of id: NodeID) -> Int32 {
        guard syntax == .xml, let parent = parent(of: id), !nodes[parent].hasNumberedChildren else {
            return nodes[id].ordinal
        }
        return Int32(countedPosition(of: id, in: parent))
    }

    /// Notes that a part before this one has the node, too.
    public mutating func markRepeated(_ id: NodeID) { nodes[id].isRepeated = true }

    /// Whether a part before this one has the node, too, so that what is found about it was said.
    public func isRepeated(_ id: NodeID) -> Bool { nodes[id].isRepeated }
}
