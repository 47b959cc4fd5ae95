public import EmissionsDiagnostics

/// Where the fields of one part came from, by the numbers of their paths.
struct FieldPlaces {
    private var scopes: [PathTable.ID] = []
    /// The path of each origin of the log.
    private(set) var origins: [PathTable.ID] = []
    /// The node that a field was read from last, or that the record there stands in.
    private(set) var nodes = PathNumbers()
    /// The origin that was noted first for the field or anything below it, as far as that was asked for.
    private var firstOrigins = PathNumbers()
    private var firstOriginsCount = 0
    /// All nodes of the fields that were read from several, which say the same.
    private(set) var repeated: [PathTable.ID: [SourceTree.NodeID]] = [:]

    func isUpToDate(with log: ReadLog) -> Bool {
        origins.count == log.origins.count && scopes.count == log.scopes.count
    }

    /// Takes in what was read since.
    mutating func catchUp(with log: ReadLog) {
        let paths = log.paths
        // The scope around another always stands before it.
        for scope in log.scopes[scopes.count...] {
            let around = scope.parent < 0 ? PathTable.root : scopes[scope.parent]
            let path =
                switch scope.step {
                case .part: around
                case .key(let key): paths.property(key, of: around)
                case .index(let index): paths.item(index, of: around)
                case .path(let path): paths.path(path, of: around)
                }
            scopes.append(path)
            if nodes[path] == nil { nodes[path] = scope.node }
        }
        let isTable = log.tree.syntax == .csv
        for index in origins.count..<log.origins.count {
            let scope = scopes[log.origins[index].scope], node = log.origins[index].node
            var path = scope
            if let key = log.origins[index].key { path = paths.property(key, of: scope) }
            if isTable, let earlier = nodes[path], earlier != node {
                repeated[path, default: [earlier]].append(node)
            }
            nodes[path] = node
            origins.append(path)
        }
    }

    /// The origin that was noted first for a field or anything below it.
    mutating func firstOrigin(of path: PathTable.ID, in paths: PathTable) -> Int? {
        for origin in firstOriginsCount..<origins.count {
            var above: PathTable.ID? = origins[origin]
            while let path = above, firstOrigins[path] == nil {
                firstOrigins[path] = origin
                above = paths.parent(of: path)
            }
        }
        firstOriginsCount = origins.count
        return firstOrigins[path]
    }
}

extension ReadLog {
    /// Makes ``places`` say where all fields came from that were read.
    mutating func fillPlaces() -> FieldPlaces {
        var made = places ?? FieldPlaces()
        places = nil
        if !made.isUpToDate(with: self) { made.catchUp(with: self) }
        return made
    }

    mutating func fieldPlaces() -> FieldPlaces {
        let made = fillPlaces()
        places = made
        return made
    }

    /// From now on numbers paths as another log does.
    public mutating func share(_ paths: PathTable) {
        self.paths = paths
        places = nil
    }

    mutating func repeatedNodes(of path: FieldPath) -> [NodeID]? {
        let places = fieldPlaces()
        let (nearest, isWhole) = paths.nearest(path)
        return isWhole ? places.repeated[nearest] : nil
    }

    /// The path of the field that each node was read as first.
    mutating func pathsOfNodes() -> NodePaths {
        var found = NodePaths(count: tree.count)
        let paths = fieldPlaces().origins
        for index in paths.indices { found.add(paths[index], origins[index].node) }
        return found
    }

    /// The nodes that each field was read from.
    public mutating func nodesOfPaths() -> FieldNodes {
        FieldNodes(fieldPlaces().origins, origins.map(\.node), in: paths)
    }
}

/// The field that each node of a tree was read as.
struct NodePaths {
    private var paths: [Int32]

    init(count: Int) { paths = Array(repeating: -1, count: count) }

    mutating func add(_ path: PathTable.ID, _ node: SourceTree.NodeID) {
        if paths[node] < 0 { paths[node] = path.number }
    }

    subscript(node: SourceTree.NodeID) -> PathTable.ID? { paths[node] < 0 ? nil : PathTable.ID(paths[node]) }
}

/// The nodes that fields were read from, in the order of reading.
public struct FieldNodes {
    private let nodes: [SourceTree.NodeID]
    /// By path, the first of its nodes.
    private var firsts: PathNumbers
    private var lasts: PathNumbers
    /// By position, the next node of the same path.
    private var nexts: [Int32]

    init(_ paths: [PathTable.ID], _ nodes: [SourceTree.NodeID], in table: PathTable) {
        self.nodes = nodes
        (firsts, lasts) = (PathNumbers(table), PathNumbers(table))
        nexts = Array(repeating: -1, count: nodes.count)
        for (position, path) in paths.enumerated() {
            if let last = lasts[path] { nexts[last] = Int32(position) } else { firsts[path] = position }
            lasts[path] = position
        }
    }

    /// The position of the first node of a field.
    public func first(_ path: PathTable.ID) -> Int? { firsts[path] }

    /// The position of the next node of the same field.
    public func next(after position: Int) -> Int? { nexts[position] < 0 ? nil : Int(nexts[position]) }

    public func node(at position: Int) -> SourceTree.NodeID { nodes[position] }
}
