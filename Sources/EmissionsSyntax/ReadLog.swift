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

    var scopes: [Scope] = []
    var origins: [Origin] = []
    private var unreadable: [NodeID] = []
    /// The paths of fields, as numbers. It outlives the parts.
    public internal(set) var paths = PathTable()
    /// Made when it is asked for.
    var places: FieldPlaces?
    /// How values can be corrected that were reported at their nodes.
    public private(set) var correctable: [NodeID: Diagnostic] = [:]
    private var padded: [NodeID] = []
    private var nulls: [NodeID] = []
    var kept: Set<NodeID> = []
    /// Fields whose values are not in the source, but given by whoever reads it, such as the constants of a mapping.
    public private(set) var supplied: [FieldPath] = []
    /// What was worked out of values of the source.
    public private(set) var workings: [Working] = []
    var structure: Set<NodeID> = []
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
        if paths.isLarge { paths = PathTable() }
        correctable.removeAll()
        padded.removeAll(keepingCapacity: true)
        nulls.removeAll(keepingCapacity: true)
        kept.removeAll(keepingCapacity: true)
        supplied.removeAll(keepingCapacity: true)
        workings.removeAll(keepingCapacity: true)
        structure.removeAll(keepingCapacity: true)
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

// MARK: What went wrong

extension ReadLog {
    public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Reports a finding about a node, and the field it should have filled; once, where several parts have the node.
    @discardableResult
    public mutating func report(
        _ diagnostic: Diagnostic, at node: NodeID, _ key: AnyKeyPath? = nil, in scope: ScopeID
    ) -> Diagnostic {
        var diagnostic = diagnostic
        diagnostic.path = path(of: key, in: scope)
        diagnostic = located(diagnostic, at: node)
        if tree.isRepeated(node) { return diagnostic }
        diagnostics.append(diagnostic)
        if diagnostic.fix != nil { correctable[node] = diagnostic }
        return diagnostic
    }

    /// Notes that the value at `node` could not be read, so that it counts as unread whoever asked for it.
    public mutating func markUnreadable(_ node: NodeID) { unreadable.append(node) }

    public func unreadableNodes() -> [NodeID] { unreadable }

    public mutating func note(supplied path: FieldPath) { supplied.append(path) }
    public mutating func note(_ working: Working) { workings.append(working) }
    public mutating func notePadding(_ node: NodeID) { if !tree.isRepeated(node) { padded.append(node) } }
    public mutating func noteNull(_ node: NodeID) { nulls.append(node) }

    private mutating func reportOrder(_ id: NodeID) {
        guard !tree.isRepeated(id) else { return }
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
        var found: [NodeID] = []
        var next = tree.isEmpty ? nil : tree.firstChild(of: SourceTree.root)
        while let id = next {
            let isClaimed = tree.nodes[id].isClaimed
            if !isClaimed { found.append(id) }
            next = isClaimed ? tree.firstChild(of: id) : nil
            var climbed = id
            while next == nil, climbed != SourceTree.root, let parent = tree.parent(of: climbed) {
                next = tree.next(after: climbed)
                climbed = parent
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
