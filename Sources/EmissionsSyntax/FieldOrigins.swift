public import EmissionsDiagnostics

// MARK: Where fields came from

extension ReadLog {
    /// Notes that a field of the record in `scope` was read from `node`.
    public mutating func note(_ key: AnyKeyPath?, in scope: ScopeID, from node: NodeID) {
        origins.append(Origin(scope: scope, key: key, node: node))
    }

    /// The record in the property `key` of the record in `scope`.
    public mutating func enter(_ key: AnyKeyPath, of scope: ScopeID, at node: NodeID) -> ScopeID {
        scopes.append(Scope(parent: scope, step: .key(key), node: node))
        return scopes.count - 1
    }

    /// The item at `index` of the list in `scope`.
    public mutating func enter(index: Int, of scope: ScopeID, at node: NodeID) -> ScopeID {
        scopes.append(Scope(parent: scope, step: .index(index), node: node))
        return scopes.count - 1
    }

    /// The record at `path` below the record in `scope`.
    public mutating func enter(path: FieldPath, of scope: ScopeID, at node: NodeID) -> ScopeID {
        scopes.append(Scope(parent: scope, step: .path(path), node: node))
        return scopes.count - 1
    }

    public func path(of scope: ScopeID) -> FieldPath {
        var steps: [FieldPath] = []
        var current = scope
        while current >= 0 {
            steps.append(FieldPath(scopes[current].step))
            current = scopes[current].parent
        }
        return FieldPath(steps.reversed().flatMap(\.steps))
    }

    public func path(of key: AnyKeyPath?, in scope: ScopeID) -> FieldPath {
        let path = path(of: scope)
        return key.map { path.appending(FieldPath($0)) } ?? path
    }

    /// Every field that was read and the node it came from, in the order of reading.
    public func fields() -> [(path: FieldPath, node: NodeID)] {
        var log = self
        return zip(log.fieldPlaces().origins, origins).map { (paths[$0], $1.node) }
    }

    /// The node that the field at `path` was read from; for a field that is not there, the node that it would be
    /// looked for in.
    public mutating func node(of path: FieldPath) -> NodeID? {
        if tree.isEmpty { return nil }
        var places = fillPlaces()
        defer { self.places = places }
        let (nearest, isWhole) = paths.nearest(path)
        if isWhole, let node = places.nodes[nearest] { return node }
        var current = isWhole ? paths.parent(of: nearest) : nearest
        while let path = current, path != PathTable.root {
            if let node = places.nodes[path] { return node }
            // A group has no node of its own: what holds its first field holds it.
            let first = places.firstOrigin(of: path, in: paths)
            if let first, let node = tree.parent(of: origins[first].node) { return node }
            current = paths.parent(of: path)
        }
        return places.nodes[PathTable.root] ?? SourceTree.root
    }

    /// Whether something was read for the field at `path`.
    public mutating func has(_ path: FieldPath) -> Bool {
        let places = fieldPlaces()
        let (nearest, isWhole) = paths.nearest(path)
        return isWhole && places.nodes[nearest] != nil
    }

    /// The finding with the place of its field in the source.
    public mutating func located(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.location == nil, let path = diagnostic.path, let node = node(of: path) else {
            return diagnostic
        }
        var located = located(diagnostic, at: node)
        if diagnostic.fix != nil, let nodes = repeatedNodes(of: path) {
            located.fix = diagnostic.fix
            var seen: Set<NodeID> = []
            located.locateFix(at: nodes.filter { seen.insert($0).inserted }, in: &tree)
        }
        return located
    }

    public mutating func located(_ diagnostic: Diagnostic, at node: NodeID) -> Diagnostic {
        var located = diagnostic
        located.location = tree.location(of: node)
        located.excerpt = tree.excerpt(of: node)
        located.value = tree.opening(of: node)
        located.locateFix(at: [node], in: &tree)
        return located
    }
}

extension FieldPath {
    fileprivate init(_ step: ReadLog.ScopeStep) {
        switch step {
        case .part: self.init()
        case .key(let key): self.init(key)
        case .index(let index): self.init([.index(index)])
        case .path(let path): self = path
        }
    }
}
