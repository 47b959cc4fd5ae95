extension SourceTree {
    /// Whether two nodes of two trees have the same name.
    public func hasName(of other: NodeID, in tree: SourceTree, _ id: NodeID) -> Bool {
        nodes[id].name.count == tree.nodes[other].name.count
            && withName(of: id) { name in tree.withName(of: other) { name.elementsEqual($0) } }
    }

    /// The first child called `name`, which is not claimed by looking.
    public func firstChild(called name: NodeName, of parent: NodeID) -> NodeID? {
        var child = firstChild(of: parent)
        while let id = child {
            if isNamed(name, id) { return id }
            child = next(after: id)
        }
        return nil
    }

    /// Whether two nodes of two trees say the same, whatever they are called.
    public func isSame(_ id: NodeID, as other: NodeID, in tree: SourceTree) -> Bool {
        if isLeaf(id), !hasChildren(id), !tree.hasChildren(other) { return hasSameText(id, as: other, in: tree) }
        var next = [(id, other)]
        while let (id, other) = next.popLast() {
            guard hasSameText(id, as: other, in: tree) else { return false }
            var mine = firstChild(of: id), others = tree.firstChild(of: other)
            while let one = mine, let two = others {
                guard hasName(of: two, in: tree, one) else { return false }
                next.append((one, two))
                (mine, others) = (self.next(after: one), tree.next(after: two))
            }
            guard mine == nil, others == nil else { return false }
        }
        return true
    }

    private func hasSameText(_ id: NodeID, as other: NodeID, in tree: SourceTree) -> Bool {
        kind(of: id) == tree.kind(of: other) && nodes[id].text.count == tree.nodes[other].text.count
            && withText(of: id) { text in tree.withText(of: other) { text.elementsEqual($0) } }
    }

    /// Adds a copy of a node of another tree and all below it as the last child of `parent`.
    public mutating func append(copyOf id: NodeID, in tree: SourceTree, under parent: NodeID) {
        var open = parent
        var current: NodeID? = id
        while let node = current {
            let name = tree.withName(of: node) { store($0) }
            let copy = append(tree.kind(of: node), name: name, under: open)
            nodes[copy].text = tree.withText(of: node) { store($0) }
            if let child = tree.firstChild(of: node) {
                (current, open) = (child, copy)
                continue
            }
            var climbed = node
            current = nil
            while climbed != id {
                if let next = tree.next(after: climbed) {
                    current = next
                    break
                }
                guard let above = tree.parent(of: climbed), let parent = self.parent(of: open) else { return }
                (climbed, open) = (above, parent)
            }
        }
    }
}
