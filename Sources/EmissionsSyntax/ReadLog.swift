public import EmissionsDiagnostics

/// What reading one part leaves behind besides the model: where each field came from, what went wrong, and what
/// nobody asked for.
///
/// Asking for a node claims it; what stays unclaimed was not read. Paths are relative to the part.
public struct ReadLog {
    public typealias NodeID = SourceTree.NodeID
    /// A record of the model that is being read, as a position in the log.
    public typealias ScopeID = Int

    public var tree: SourceTree
    public private(set) var diagnostics: [Diagnostic] = []

    enum ScopeStep {
        case part
        case key(AnyKeyPath)
        case index(Int)
        case path(FieldPath)
    }
    struct Scope { var parent: ScopeID, step: ScopeStep, node: NodeID }
    struct Origin { var scope: ScopeID, key: AnyKeyPath?, node: NodeID }

    private var scopes: [Scope] = []
    private var origins: [Origin] = []
    private var unreadable: [NodeID] = []
    private var places: [FieldPath: NodeID]?
    /// All nodes of the fields that were read from several, which say the same.
    private var repeated: [FieldPath: [NodeID]] = [:]
    /// How values can be corrected that were reported at their nodes.
    public private(set) var correctable: [NodeID: Diagnostic] = [:]
    private var padded: [NodeID] = []
    private var nulls: [NodeID] = []
    var kept: Set<NodeID> = []
    /// What to do about values that can be corrected. It outlives the parts.
    public var corrections = Corrections()

    public static let part: ScopeID = 0

    public init(_ tree: SourceTree) {
        self.tree = tree
        scopes.append(Scope(parent: -1, step: .part, node: SourceTree.root))
    }

    /// Forgets everything but the storage.
    public mutating func restart() {
        tree.removeAll()
        diagnostics.removeAll(keepingCapacity: true)
        scopes.removeAll(keepingCapacity: true)
        scopes.append(Scope(parent: -1, step: .part, node: SourceTree.root))
        origins.removeAll(keepingCapacity: true)
        unreadable.removeAll(keepingCapacity: true)
        places = nil
        repeated.removeAll()
        correctable.removeAll()
        padded.removeAll(keepingCapacity: true)
        nulls.removeAll(keepingCapacity: true)
        kept.removeAll(keepingCapacity: true)
    }
}

// MARK: Asking for nodes

extension ReadLog {
    /// The child called `name`, which counts as read from now on.
    ///
    /// In XML, where the order of elements matters, one that stands before the sibling asked for last is reported.
    public mutating func child(_ name: NodeName, of parent: NodeID) -> NodeID? {
        let last = Int(tree.nodes[parent].lastAsked)
        if last >= 0, let next = tree.next(after: last), tree.isNamed(name, next), !tree.nodes[next].isClaimed {
            return claim(next, of: parent)
        }
        var child = tree.firstChild(of: parent)
        while let id = child {
            if tree.isNamed(name, id), !tree.nodes[id].isClaimed {
                guard tree.syntax == .xml else { return claim(id, of: parent) }
                // Attributes stand before all elements, in any order.
                if tree.isAttribute(id) {
                    tree.nodes[id].isClaimed = true
                    return id
                }
                if id < last { reportOrder(id) }
                return claim(id, of: parent)
            }
            child = tree.next(after: id)
        }
        return nil
    }

    /// Whether there is a child called `name`. Asking so does not count as reading.
    public func has(_ name: NodeName, in parent: NodeID) -> Bool {
        var child = tree.firstChild(of: parent)
        while let id = child {
            if tree.isNamed(name, id) { return true }
            child = tree.next(after: id)
        }
        return false
    }

    private mutating func claim(_ id: NodeID, of parent: NodeID) -> NodeID {
        tree.nodes[id].isClaimed = true
        tree.nodes[parent].lastAsked = Int32(id)
        return id
    }

    /// All children, which count as read from now on.
    public mutating func items(of parent: NodeID) -> [NodeID] {
        let ids = Array(tree.children(of: parent))
        for id in ids { tree.nodes[id].isClaimed = true }
        return ids
    }

    /// All children called `name`, which count as read from now on.
    public mutating func children(_ name: NodeName, of parent: NodeID) -> [NodeID] {
        var found: [NodeID] = []
        while let id = child(name, of: parent) { found.append(id) }
        return found
    }

    public mutating func claim(_ id: NodeID) { tree.nodes[id].isClaimed = true }

    /// Counts a node and all below it as read.
    public mutating func claimAll(_ id: NodeID) {
        var stack = [id]
        while let id = stack.popLast() {
            tree.nodes[id].isClaimed = true
            stack.append(contentsOf: tree.children(of: id))
        }
    }

    public func isClaimed(_ id: NodeID) -> Bool { tree.nodes[id].isClaimed }
}

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
        let paths = pathsOfScopes()
        return origins.map { origin in
            (origin.key.map { paths[origin.scope].appending(FieldPath($0)) } ?? paths[origin.scope], origin.node)
        }
    }

    /// The path of each scope; the one around it always stands before it.
    private func pathsOfScopes() -> [FieldPath] {
        var paths: [FieldPath] = []
        paths.reserveCapacity(scopes.count)
        for scope in scopes {
            paths.append(scope.parent < 0 ? FieldPath() : paths[scope.parent].appending(FieldPath(scope.step)))
        }
        return paths
    }

    /// The node that the field at `path` was read from; for a field that is not there, the node that it would be
    /// looked for in.
    public mutating func node(of path: FieldPath) -> NodeID? {
        if tree.isEmpty { return nil }
        let places = placesByPath()
        var path = path
        while true {
            if let node = places[path] { return node }
            guard let parent = path.parent else { return SourceTree.root }
            path = parent
            if places[path] == nil, let node = nodeAround(path) { return node }
        }
    }

    /// Whether something was read for the field at `path`.
    public mutating func has(_ path: FieldPath) -> Bool { placesByPath()[path] != nil }

    /// The node that holds a field of the group at `path`, which has no node of its own.
    private func nodeAround(_ path: FieldPath) -> NodeID? {
        guard !path.steps.isEmpty else { return nil }
        return origins.first { self.path(of: $0.key, in: $0.scope).hasPrefix(path) }.flatMap {
            tree.parent(of: $0.node)
        }
    }

    private mutating func placesByPath() -> [FieldPath: NodeID] {
        if let places { return places }
        var made: [FieldPath: NodeID] = [:]
        made.reserveCapacity(scopes.count + origins.count)
        let paths = pathsOfScopes()
        for (path, scope) in zip(paths, scopes) where made[path] == nil { made[path] = scope.node }
        for origin in origins {
            let scope = paths[origin.scope]
            let path = origin.key.map { scope.appending(FieldPath($0)) } ?? scope
            if tree.syntax == .csv, let earlier = made[path], earlier != origin.node {
                repeated[path, default: [earlier]].append(origin.node)
            }
            made[path] = origin.node
        }
        places = made
        return made
    }

    /// The finding with the place of its field in the source.
    public mutating func located(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.location == nil, let path = diagnostic.path, let node = node(of: path) else {
            return diagnostic
        }
        var located = located(diagnostic, at: node)
        if diagnostic.fix != nil, let nodes = repeated[path] {
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

// MARK: What went wrong

extension ReadLog {
    public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Reports a finding about a node, and the field it should have filled.
    @discardableResult
    public mutating func report(
        _ diagnostic: Diagnostic, at node: NodeID, _ key: AnyKeyPath? = nil, in scope: ScopeID
    ) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.path = path(of: key, in: scope)
        diagnostic = located(diagnostic, at: node)
        diagnostics.append(diagnostic)
        if diagnostic.fix != nil { correctable[node] = diagnostic }
        return diagnostic
    }

    /// Notes that the value at `node` could not be read, so that it counts as unread whoever asked for it.
    public mutating func markUnreadable(_ node: NodeID) { unreadable.append(node) }

    public func unreadableNodes() -> [NodeID] { unreadable }

    public mutating func notePadding(_ node: NodeID) { padded.append(node) }
    public mutating func noteNull(_ node: NodeID) { nulls.append(node) }

    private mutating func reportOrder(_ id: NodeID) {
        diagnostics.append(
            located(Diagnostic("READ-006", .warning, .outOfOrder(tree.name(of: id)), help: .order), at: id))
    }

    /// Reports once per part what would be a nuisance to report value by value.
    public mutating func finish() {
        report(Diagnostic("READ-003", .note, .padded(padded.count), help: .padding), Fix(.safe, .trimmed), padded)
        report(Diagnostic("READ-009", .note, .null(nulls.count), help: .nulls), Fix(.unsafe, .removed), nulls)
    }

    private mutating func report(_ diagnostic: Diagnostic, _ fix: Fix, _ nodes: [NodeID]) {
        guard let first = nodes.first else { return }
        var diagnostic = located(diagnostic, at: first)
        diagnostic.fix = fix
        diagnostic.locateFix(at: nodes, in: &tree, isWhole: corrections.areGathered)
        diagnostics.append(diagnostic)
    }

    /// The topmost nodes that nobody asked for.
    public func unread() -> [NodeID] {
        guard !tree.isEmpty else { return [] }
        var found: [NodeID] = []
        var stack = [SourceTree.root]
        while let id = stack.popLast() {
            for child in tree.children(of: id) {
                if tree.nodes[child].isClaimed { stack.append(child) } else { found.append(child) }
            }
        }
        return found.sorted()
    }
}

extension Diagnostic.Message {
    fileprivate static func outOfOrder(_ name: String) -> Self {
        "\(name) is not at its place in the order of elements"
    }
    fileprivate static func padded(_ count: Int) -> Self {
        "\(count) value\(count == 1 ? " is" : "s are") padded with white space, read without it"
    }
    fileprivate static func null(_ count: Int) -> Self {
        "\(count) value\(count == 1 ? " is" : "s are") null, read as not given"
    }
}

extension String {
    fileprivate static let order = "Put the elements in the order that the format's schema gives."
    fileprivate static let padding = "Write values without spaces and line breaks around them."
    fileprivate static let nulls = "Leave a property out where there is no value."
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
