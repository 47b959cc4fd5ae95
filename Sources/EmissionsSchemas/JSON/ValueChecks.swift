import EmissionsSyntax

// MARK: What holds for single values

extension SchemaChecker {
    func checkedKind(of node: SourceTree.NodeID) -> TypeSet {
        switch tree.kind(of: node) {
        case .null: .null
        case .bool: .bool
        case .text: .text
        case .list: .array
        case .record: .object
        case .number: tree.number(of: node).isInteger ? [.number, .integer] : .number
        }
    }

    mutating func checkValue(_ keyword: Keyword, at node: SourceTree.NodeID) -> Bool {
        switch keyword {
        case .type(let types):
            return require(!types.isDisjoint(with: checkedKind(of: node))) { .type(types, node, $0) }
        case .values(let allowed):
            let document = program.documents[allowed.place.document]
            let isAllowed =
                tree.kind(of: node) == .text
                ? tree.withText(of: node) { allowed.texts.value(of: $0) != nil }
                : allowed.others.contains { tree.isEqual(node, to: $0, of: document) }
            steps -= allowed.others.count
            return require(isAllowed) { .values(allowed, document, node, $0) }
        default: return true
        }
    }

    mutating func checkNumber(_ keyword: Keyword, at node: SourceTree.NodeID) -> Bool {
        let number = tree.number(of: node)
        switch keyword {
        case .bound(let bound): return require(bound.allows(number)) { .bound(bound, node, $0) }
        case .multiple(let divisor, let text):
            return require(number.isMultiple(of: divisor)) { .multiple(text, node, $0) }
        default: return true
        }
    }

    mutating func checkText(_ keyword: Keyword, at node: SourceTree.NodeID) -> Bool {
        switch keyword {
        case .length(let range):
            let count = tree.withText(of: node) { $0.count { $0 & 0xC0 != 0x80 } }
            return require(range.contains(count)) { .length(range, count, node, $0) }
        case .pattern(let pattern, let title):
            return require(matches(pattern, node)) { .pattern(pattern, title, node, $0) }
        case .format(let format):
            return require(format.allows(tree.text(of: node))) { .format(format, node, $0) }
        default: return true
        }
    }

    private mutating func matches(_ pattern: Pattern, _ node: SourceTree.NodeID) -> Bool {
        var left = steps
        let isMatch = tree.withText(of: node) { pattern.matches($0, steps: &left) }
        steps = isMatch == nil ? 0 : left
        return isMatch ?? true
    }

    private mutating func matches(_ pattern: Pattern, nameOf node: SourceTree.NodeID) -> Bool {
        var left = steps
        let isMatch = tree.withName(of: node) { pattern.matches($0, steps: &left) }
        steps = isMatch == nil ? 0 : left
        return isMatch ?? true
    }
}

// MARK: Lists

extension SchemaChecker {
    mutating func checkList(_ keyword: Keyword, at node: SourceTree.NodeID) -> Bool {
        switch keyword {
        case .itemCount(let range):
            let count = tree.children(of: node).reduce(0) { count, _ in count + 1 }
            return require(range.contains(count)) { .itemCount(range, count, node, $0) }
        case .uniqueItems:
            guard let twins = tree.twins(in: node) else { return true }
            return require(false) { .twins(twins.first, twins.second, $0) }
        case .contains(let schema, let range, let evaluates):
            var count = 0
            for child in tree.children(of: node) {
                let mark = evaluated.count
                if isMet(schema, at: child) { count += 1 } else { continue }
                evaluated.removeLast(evaluated.count - mark)
                if evaluates { markEvaluated(child) }
            }
            return require(range.contains(count)) { .contains(range, count, node, $0) }
        case .items(let first, let rest):
            var areMet = true
            for child in tree.children(of: node) {
                let position = tree.ordinal(of: child)
                guard let schema = position < first.count ? first[position] : rest else { break }
                let isMet =
                    position >= first.count && program.isNothing(schema)
                    ? require(false) { .unforeseen(child, $0) } : checkChild(schema, at: child)
                areMet = areMet && isMet
                if !areMet, !isCollecting { return false }
            }
            return areMet
        default: return true
        }
    }
}

// MARK: Objects

extension SchemaChecker {
    mutating func checkObject(_ keyword: Keyword, at node: SourceTree.NodeID) -> Bool {
        switch keyword {
        case .memberCount(let range):
            let count = tree.children(of: node).reduce(0) { count, _ in count + 1 }
            return require(range.contains(count)) { .memberCount(range, count, node, $0) }
        case .required(let names):
            let missing = tree.missing(names, of: node)
            if isCollecting { findings += missing.map { .missing($0, node, tree) } }
            return missing.isEmpty
        case .members(let schemas): return checkMembers(schemas, of: node)
        case .memberNames(let schema): return checkNames(schema, of: node)
        case .dependentMembers(let pairs):
            var areMet = true
            for (name, needs) in pairs where tree.member(name, of: node) != nil {
                for need in needs where tree.member(need, of: node) == nil {
                    areMet = require(false) { .missing(need, because: name, node, $0) }
                }
            }
            return areMet
        case .dependentSchemas(let pairs):
            var areMet = true
            for (name, schema) in pairs where tree.member(name, of: node) != nil {
                areMet = check(schema, at: node) && areMet
            }
            return areMet
        default: return true
        }
    }

    private mutating func checkMembers(_ schemas: MemberSchemas, of node: SourceTree.NodeID) -> Bool {
        var areMet = true
        for child in tree.children(of: node) {
            var isKnown = false
            if let schema = tree.withName(of: child, { schemas.named.value(of: $0) }) {
                areMet = checkChild(schema, at: child) && areMet
                isKnown = true
            }
            for (pattern, schema) in schemas.patterns where matches(pattern, nameOf: child) {
                areMet = checkChild(schema, at: child) && areMet
                isKnown = true
            }
            if !isKnown, let others = schemas.others {
                let isMet =
                    program.isNothing(others)
                    ? require(false) { .unforeseen(child, $0, known: schemas.named.texts) }
                    : checkChild(others, at: child)
                areMet = areMet && isMet
            }
            if !areMet, !isCollecting { return false }
        }
        return areMet
    }

    /// Checks the names of members as if they were values.
    private mutating func checkNames(_ schema: SchemaID, of node: SourceTree.NodeID) -> Bool {
        var areMet = true
        for child in tree.children(of: node) {
            var name = SourceTree()
            name.append(.text, text: tree.name(of: child))
            var checker = SchemaChecker(program, name)
            checker.steps = steps
            checker.isCollecting = isCollecting
            let isMet = checker.check(schema, at: SourceTree.root)
            steps = checker.steps
            let reason = checker.findings.first
            areMet = require(isMet) { .name(reason, child, $0) } && areMet
        }
        return areMet
    }
}
