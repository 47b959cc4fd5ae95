import EmissionsSyntax

// MARK: Alternatives

extension SchemaChecker {
    mutating func checkBranches(_ keyword: Keyword, at node: SourceTree.NodeID) -> Bool {
        switch keyword {
        case .all(let branches):
            var areMet = true
            for branch in branches {
                areMet = check(branch, at: node) && areMet
                if !areMet, !isCollecting { return false }
            }
            return areMet
        case .any(let branches):
            var isAnyMet = false
            for branch in branches where isMet(branch, at: node) {
                isAnyMet = true
                // The others matter for what they look at.
                if !program.looksAtRest { return true }
            }
            if !isAnyMet { blame(branches, at: node) }
            return isAnyMet
        case .one(let branches):
            let met = branches.indices.filter { isMet(branches[$0], at: node) }
            if met.isEmpty {
                blame(branches, at: node)
                return false
            }
            return require(met.count == 1) { .severalFit(met, of: branches.count, node, $0) }
        case .not(let schema):
            let mark = evaluated.count
            let isNot = !isMet(schema, at: node)
            evaluated.removeLast(evaluated.count - mark)
            return require(isNot) { .excluded(node, $0) }
        case .condition(let condition, let then, let otherwise):
            guard let branch = isMet(condition, at: node) ? then : otherwise else { return true }
            return check(branch, at: node)
        default: return true
        }
    }

    /// Says what is wrong by the alternative that fits best.
    private mutating func blame(_ branches: [SchemaID], at node: SourceTree.NodeID) {
        guard isCollecting else { return }
        let all = branches.map { findings(of: $0, at: node) }
        let types = all.map { $0.count == 1 && $0[0].node == node ? $0[0].types : nil }
        if types.allSatisfy({ $0 != nil }) {
            findings.append(.type(TypeSet(types.compactMap { $0 }), node, tree))
            return
        }
        let misfits = all.map { misfit(of: $0, at: node) }
        guard let least = misfits.min(), let best = misfits.firstIndex(of: least) else { return }
        findings.append(
            contentsOf: all[best].isEmpty ? [.noneFits(branches.count, node, tree)] : nearest(all[best], branches.count)
        )
    }

    private func nearest(_ findings: [SchemaFinding], _ count: Int) -> [SchemaFinding] {
        count == 1 ? findings : findings.map { $0.addingHelp(.nearest(of: count)) }
    }

    /// How badly an alternative fits. Another type, or another value where a value tells the alternatives apart, means
    /// that it was not the one that was meant, whatever else fits.
    private func misfit(of findings: [SchemaFinding], at node: SourceTree.NodeID) -> Int {
        findings.reduce(0) { sum, finding in
            let isHere = finding.node == node
            if isHere, finding.types != nil { return sum + 1_000_000 }
            let isTelling = finding.code == .values && (isHere || tree.parent(of: finding.node) == node)
            return sum + (isTelling ? 1_000 : 1)
        }
    }
}
