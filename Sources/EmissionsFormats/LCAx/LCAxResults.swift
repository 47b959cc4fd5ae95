import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// `standard` and `impacts`: amounts by indicator and module. Units are those of EN 15804, which LCAx does not repeat.
enum LCAxResults {
    typealias NodeID = SourceTree.NodeID

    static func read(_ root: NodeID, to footprint: inout ProductFootprint, _ log: inout ReadLog) {
        let standardNode = log.known("standard", in: root)
        let standard = standardNode.flatMap { node in
            log.value(of: node, "standard", as: .word, nil, in: ReadLog.part) as LCAxStandard?
        }
        guard let impacts = log.tree.children(of: root).first(where: { log.tree.isNamed("impacts", $0) }),
            log.isRecord(impacts, "impacts", \ProductFootprint.results, in: ReadLog.part)
        else { return }
        log.claim(impacts)
        let list = log.enter(\ProductFootprint.results, of: ReadLog.part, at: impacts)
        if let standardNode { log.note(nil, in: list, from: standardNode) }
        for node in Array(log.tree.children(of: impacts)) {
            let name = log.tree.name(of: node)
            guard log.tree.kind(of: node) == .record else { continue }
            guard let indicator = LCAxWords.indicator(name),
                !footprint.results.contains(where: { $0.indicator == indicator })
            else {
                log.report(Diagnostic("LCAX-001", .warning, .unknownKey(name), help: .key), at: node, in: list)
                continue
            }
            log.claim(node)
            let place = log.enter(index: footprint.results.count, of: list, at: node)
            footprint.results.append(result(indicator, standard, node, place, &log))
            if indicator.isImpact, let standardNode, standard?.method != nil {
                log.note(\IndicatorResult.method, in: place, from: standardNode)
            }
        }
    }

    private static func result(
        _ indicator: Indicator, _ standard: LCAxStandard?, _ node: NodeID, _ place: ReadLog.ScopeID,
        _ log: inout ReadLog
    ) -> IndicatorResult {
        var result = IndicatorResult()
        result.indicator = indicator
        if indicator.isImpact { result.method = standard?.method }
        result.unit = indicator.unit(by: result.method)
        log.note(\IndicatorResult.indicator, in: place, from: node)
        let amounts = log.enter(\IndicatorResult.amounts, of: place, at: node)
        for child in Array(log.tree.children(of: node)) {
            let name = log.tree.name(of: child)
            guard let modules = LCAxWords.modules(name) else {
                log.report(Diagnostic("LCAX-002", .warning, .unknownModule(name), help: .module), at: child, in: place)
                continue
            }
            log.claim(child)
            let scope = log.enter(index: result.amounts.count, of: amounts, at: child)
            var amount = ModuleAmount()
            amount.modules = modules
            if log.tree.kind(of: child) == .null {
                amount.gap = .notDeclared
                log.note(\ModuleAmount.gap, in: scope, from: child)
            } else {
                guard let value = log.value(of: child, NodeName(name), as: .number, \ModuleAmount.amount, in: scope)
                else { continue }
                amount.amount = value
                log.note(\ModuleAmount.amount, in: scope, from: child)
            }
            log.note(\ModuleAmount.modules, in: scope, from: child)
            result.amounts.append(amount)
        }
        return result
    }

    static func writeStandard(_ footprint: ProductFootprint, under root: NodeID, to log: inout WriteLog) {
        let standard = LCAxStandard(for: footprint.results)
        log.tree.append(.text, named: "standard", text: standard.rawValue, under: root)
    }

    static func write(_ footprint: ProductFootprint, under root: NodeID, to log: inout WriteLog) {
        let impacts = log.tree.append(.record, named: "impacts", under: root)
        for index in LCAxPlaces(footprint.results).placed {
            let result = footprint.results[index]
            guard let key = result.indicator.flatMap(LCAxWords.key) else { continue }
            let node = log.tree.append(.record, named: key, under: impacts)
            for place in LCAxPlaces.placed(result.amounts) {
                let amount = result.amounts[place]
                guard let module = amount.modules.flatMap(LCAxWords.key) else { continue }
                if let number = amount.amount {
                    log.tree.append(.number, named: module, text: number.jsonNumber, under: node)
                } else {
                    log.tree.append(SourceTree.Kind.null, named: module, under: node)
                }
            }
        }
    }

    static let rows: [FieldDescription] = [
        FieldDescription(
            name: "standard", path: "results.method",
            spelling: "one of " + LCAxStandard.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
            isRequired: true),
        FieldDescription(
            name: "impacts.INDICATOR", path: "results.indicator",
            spelling: "one of " + LCAxWords.indicators.map { "`\($0.key)`" }.joined(separator: ", "), isRequired: true),
        FieldDescription(
            name: "impacts.INDICATOR.MODULE", path: "results.amounts.modules",
            spelling: "`a0`, `a1a3`, `a4` to `d`"),
        FieldDescription(
            name: "impacts.INDICATOR.MODULE", path: "results.amounts.amount",
            spelling: Spelling<ExactDecimal>.number.expected),
        FieldDescription(
            name: "impacts.INDICATOR.MODULE", path: "results.amounts.gap", spelling: "`null` for what is not declared"),
    ]
}

/// Which results, and which of their amounts, LCAx has places for.
struct LCAxPlaces {
    private(set) var placed: [Int] = []
    private(set) var unplaced: [Int] = []

    init(_ results: [IndicatorResult]) {
        let standard = LCAxStandard(for: results)
        var taken: Set<Indicator> = []
        for (index, result) in results.enumerated() {
            if let indicator = result.indicator, LCAxWords.key(of: indicator) != nil,
                !indicator.isImpact || standard.covers(result.method),
                result.unit == indicator.unit(by: indicator.isImpact ? standard.method : nil),
                !Self.placed(result.amounts).isEmpty, taken.insert(indicator).inserted
            {
                placed.append(index)
            } else {
                unplaced.append(index)
            }
        }
    }

    /// Amounts without a scenario, for modules that LCAx has.
    static func placed(_ amounts: [ModuleAmount]) -> [Int] {
        var taken: Set<ModuleRange> = []
        return amounts.indices.filter { index in
            let amount = amounts[index]
            guard let modules = amount.modules, LCAxWords.key(of: modules) != nil, amount.scenario == nil,
                (amount.amount != nil) != (amount.gap == .notDeclared), amount.amount == nil || amount.gap == nil
            else { return false }
            return taken.insert(modules).inserted
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownKey(_ name: String) -> Self {
        "'\(name.prefix(80))' is no indicator that the format has, it is kept as it is"
    }
    fileprivate static func unknownModule(_ name: String) -> Self {
        "'\(name.prefix(80))' is no module that the format has, it is kept as it is"
    }
}

extension String {
    fileprivate static let key = "Use a key that the format has, so that others find these figures."
    fileprivate static let module = "Use a1a3 for the product stage, and a4 to d for the modules after it."
}
