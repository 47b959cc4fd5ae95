public import EmissionsDiagnostics

/// What a value was read as.
public enum Provenance {
    /// Nobody asked for it.
    case unclaimed
    case unreadable
    /// Part of the format's own structure, such as its version.
    case structure
    case field(PathTable.ID)
}

/// What the values of a tree were read as: each as the nearest node upwards says that has something to say.
public struct Provenances {
    /// By node, the number of a path, or one of those below.
    private var numbers: [Int32]
    private static let structure: Int32 = -1, unclaimed: Int32 = -2, unreadable: Int32 = -3

    fileprivate init(_ log: ReadLog, _ paths: NodePaths) {
        var isReadable = Array(repeating: true, count: log.tree.count)
        for node in log.unreadableNodes() { isReadable[node] = false }
        numbers = Array(repeating: Self.structure, count: log.tree.count)
        // A node always stands behind the one that it is in.
        for id in numbers.indices {
            if !isReadable[id] {
                numbers[id] = Self.unreadable
            } else if id != SourceTree.root || log.tree.isLeaf(id), !log.isClaimed(id) {
                numbers[id] = Self.unclaimed
            } else if !log.structure.isEmpty, log.structure.contains(id) {
                numbers[id] = Self.structure
            } else if let path = paths[id] {
                numbers[id] = path.number
            } else if let parent = log.tree.parent(of: id) {
                numbers[id] = numbers[parent]
            }
        }
    }

    public subscript(node: SourceTree.NodeID) -> Provenance {
        switch numbers[node] {
        case Self.structure: .structure
        case Self.unclaimed: .unclaimed
        case Self.unreadable: .unreadable
        case let path: .field(PathTable.ID(path))
        }
    }
}

extension ReadLog {
    public mutating func provenances() -> Provenances {
        let paths = pathsOfNodes()
        return Provenances(self, paths)
    }
}
