import EmissionsSyntax

/// Checks one value against a program.
///
/// It goes down the schemas by recursion, which the limit on the depth of a document bounds, and a limit of its own.
struct SchemaChecker {
    let program: SchemaProgram
    let tree: SourceTree
    /// What is wrong, if it was asked for.
    var findings: [SchemaFinding] = []
    /// Whether all findings are wanted, or only the verdict.
    var isCollecting = false
    /// Children of the values in hand that a keyword looked at. Each schema adds to the end, and takes away what it
    /// added when it is not met.
    var evaluated: [SourceTree.NodeID] = []
    /// The resources that were entered, the outermost first.
    private var scopes: [Int] = []
    private var depth = 0
    /// How many more steps it may take. Alternatives in alternatives can ask for more than anyone has.
    var steps: Int

    private static let maximumDepth = 1_000

    init(_ program: SchemaProgram, _ tree: SourceTree) {
        (self.program, self.tree) = (program, tree)
        steps = 5_000_000 + 500 * tree.count
    }

    /// Whether there is no verdict.
    var isExhausted: Bool { steps <= 0 }

    /// Whether a value is what a schema asks for.
    mutating func check(_ id: SchemaID, at node: SourceTree.NodeID) -> Bool {
        steps -= 1
        guard depth < Self.maximumDepth, steps > 0 else {
            steps = 0
            return true
        }
        depth += 1
        let schema = program.schemas[id]
        let entersResource = scopes.last != schema.resource
        if entersResource { scopes.append(schema.resource) }
        defer {
            depth -= 1
            if entersResource { scopes.removeLast() }
        }
        let mark = evaluated.count
        var isMet = true
        for index in schema.keywords {
            let keyword = program.keywords[index]
            // What is left over by keywords that are not met says nothing.
            if !isMet, keyword.isUnevaluated { continue }
            guard !check(keyword, at: node, from: mark) else { continue }
            isMet = false
            // Nothing that is asked of another type helps.
            if case .type = keyword { break }
            guard isCollecting else { break }
        }
        if !isMet { evaluated.removeLast(evaluated.count - mark) }
        return isMet
    }

    private mutating func check(_ keyword: Keyword, at node: SourceTree.NodeID, from mark: Int) -> Bool {
        switch keyword {
        case .nothing: return require(false) { .notAllowed(node, $0) }
        case .type, .values: return checkValue(keyword, at: node)
        case .bound, .multiple: return tree.kind(of: node) != .number || checkNumber(keyword, at: node)
        case .length, .pattern, .format: return tree.kind(of: node) != .text || checkText(keyword, at: node)
        case .itemCount, .uniqueItems, .contains, .items:
            return tree.kind(of: node) != .list || checkList(keyword, at: node)
        case .unevaluatedItems(let schema):
            return tree.kind(of: node) != .list || checkRest(schema, of: node, from: mark)
        case .memberCount, .required, .members, .memberNames, .dependentMembers, .dependentSchemas:
            return tree.kind(of: node) != .record || checkObject(keyword, at: node)
        case .unevaluatedMembers(let schema):
            return tree.kind(of: node) != .record || checkRest(schema, of: node, from: mark)
        case .reference(let schema): return check(schema, at: node)
        case .dynamicReference(let name, let otherwise):
            let anchors = program.dynamicAnchors
            let dynamic = scopes.first { anchors[$0][name] != nil }.flatMap { anchors[$0][name] }
            return check(dynamic ?? otherwise, at: node)
        case .all, .any, .one, .not, .condition: return checkBranches(keyword, at: node)
        }
    }
}

// MARK: Steps that checks share

extension SchemaChecker {
    /// Notes what is wrong where `isMet` is not so. The finding is put into words only if it is wanted.
    mutating func require(_ isMet: Bool, _ finding: (SourceTree) -> SchemaFinding) -> Bool {
        if !isMet, isCollecting { findings.append(finding(tree)) }
        return isMet
    }

    /// Checks a child, and notes that it was looked at.
    mutating func checkChild(_ id: SchemaID, at child: SourceTree.NodeID) -> Bool {
        let mark = evaluated.count
        let isMet = check(id, at: child)
        evaluated.removeLast(evaluated.count - mark)
        markEvaluated(child)
        return isMet
    }

    mutating func markEvaluated(_ child: SourceTree.NodeID) {
        if program.looksAtRest { evaluated.append(child) }
    }

    /// The verdict alone.
    mutating func isMet(_ id: SchemaID, at node: SourceTree.NodeID) -> Bool {
        let wasCollecting = isCollecting
        isCollecting = false
        defer { isCollecting = wasCollecting }
        return check(id, at: node)
    }

    /// What is wrong with a value by one schema, apart from what was found so far.
    mutating func findings(of id: SchemaID, at node: SourceTree.NodeID) -> [SchemaFinding] {
        let before = findings
        findings = []
        defer { findings = before }
        _ = check(id, at: node)
        return findings
    }

    /// Checks the children that no other keyword looked at.
    private mutating func checkRest(_ id: SchemaID, of node: SourceTree.NodeID, from mark: Int) -> Bool {
        let done = Set(evaluated[mark...])
        var areMet = true
        for child in tree.children(of: node) where !done.contains(child) {
            let isMet =
                program.isNothing(id) ? require(false) { .unforeseen(child, $0) } : checkChild(id, at: child)
            areMet = areMet && isMet
            markEvaluated(child)
            if !areMet, !isCollecting { return false }
        }
        return areMet
    }
}
