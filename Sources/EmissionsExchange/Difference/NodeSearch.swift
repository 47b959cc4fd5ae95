import EmissionsSyntax

/// Finds values in content that is carried as it is, by the steps that lead to them. What is asked once is kept, since a
/// list may have as many items as a file has bytes.
struct NodeSearch {
    typealias NodeID = SourceTree.NodeID

    private var children: [NodeID: [String: NodeID]] = [:]

    /// As far as the steps lead below a node. Our own form puts what it carries for others into a member of its own.
    mutating func node(_ steps: [String], from start: NodeID, in tree: SourceTree) -> NodeID {
        guard let first = steps.first else { return start }
        var node = start
        if child(first, of: node, in: tree) == nil, let content = child("content", of: node, in: tree) {
            node = content
        }
        for step in steps {
            guard let next = child(step, of: node, in: tree) else { break }
            node = next
        }
        return node
    }

    private mutating func child(_ step: String, of parent: NodeID, in tree: SourceTree) -> NodeID? {
        if let known = children[parent] { return known[step] }
        let isList = tree.kind(of: parent) == .list
        var found: [String: NodeID] = [:]
        for (index, node) in tree.children(of: parent).enumerated() {
            let name = isList ? String(index) : tree.name(of: node)
            if found[name] == nil { found[name] = node }
        }
        children[parent] = found
        return found[step]
    }
}
