import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The gases of a product, one row each, on their way into a sum of CO₂ equivalents.
struct SheetGases {
    private let layout: SheetLayout
    private let sum: GasSum
    private var total: ExactDecimal? = 0
    private var set: WarmingPotentialSet?
    private var setNode: SourceTree.NodeID?
    /// The cells that go into the sum, and what each row is worth.
    private var nodes: [SourceTree.NodeID] = []
    private var workings: [(before: String, after: ExactDecimal, reason: String, node: SourceTree.NodeID)] = []
    /// The rows as they are written.
    private var kept: [CarriedContent] = []

    init?(_ layout: SheetLayout) {
        guard let sum = layout.mapping.gases else { return nil }
        (self.layout, self.sum, set) = (layout, sum, sum.set)
    }

    /// What rows of gases are carried as.
    static let path = "/gases"

    /// Reads the gas of a row. Whatever can't be added leaves the product without a sum.
    mutating func read(_ cells: SheetCells, in scope: ReadLog.ScopeID, _ log: inout ReadLog) {
        guard let gasColumn = layout.column(where: { if case .gas = $0 { true } else { false } }),
            let amountColumn = layout.column(where: { if case .gasAmount = $0 { true } else { false } })
        else { return }
        let place = log.enter(path: FieldPath(sum.field.name) ?? FieldPath(), of: scope, at: cells.row)
        readSet(cells, in: place, &log)
        guard let amountNode = layout.cell(amountColumn, of: cells, &log) else {
            if let gas = layout.cell(gasColumn, of: cells, &log) { nodes.append(gas) }
            return
        }
        guard let gasNode = layout.cell(gasColumn, of: cells, &log) else {
            return fail(.noGas(layout.mapping.columns[gasColumn].name), amountNode, place, &log)
        }
        guard let amount = layout.amount(amountColumn, at: amountNode, of: cells, in: place, &log) else {
            total = nil
            nodes.append(gasNode)
            return
        }
        nodes += [gasNode, amountNode] + (amount.unitNode.map { [$0] } ?? [])
        let text = log.tree.cellText(gasNode)
        let word = layout.mapping.columns[gasColumn].form.codes.first { $0.word == text }?.meaning ?? text
        let unit = amount.unit ?? UnitOfMeasure.kilogram.definition
        kept.append(
            .record([
                .init("gas", .text(word)), .init("amount", .text(amount.number.plain)),
                .init("unit", .text(unit.symbol)),
            ]))
        guard let gas = GreenhouseGas(named: word) else { return fail(.unknownGas(text), gasNode, place, &log) }
        guard let (potential, origin) = potential(of: gas, at: gasNode, place, &log) else {
            total = nil
            return
        }
        guard let kilograms = unit.convert(amount.number, to: UnitOfMeasure.kilogram.definition),
            let worth = kilograms.multiplied(by: potential), let sum = (total ?? 0).adding(worth)
        else { return fail(.tooLong(text), amountNode, place, &log) }
        if total != nil { total = sum }
        let mass = unit.symbol == "kg" ? "\(kilograms) kg" : "\(amount.number) \(unit.symbol) = \(kilograms) kg"
        workings.append(
            ("\(mass) \(gas.name)", worth, "\(kilograms) kg × \(potential) (\(gas.name), \(origin))", amountNode))
    }

    private mutating func readSet(_ cells: SheetCells, in place: ReadLog.ScopeID, _ log: inout ReadLog) {
        guard let column = layout.column(where: { if case .potentials = $0 { true } else { false } }),
            let node = layout.cell(column, of: cells, &log)
        else { return }
        let name = NodeName(layout.mapping.columns[column].name)
        guard case .word(let word)? = log.value(of: node, name, as: layout.spelling(column), nil, in: place),
            let stated = WarmingPotentialSet(rawValue: word)
        else {
            total = nil
            return
        }
        nodes.append(node)
        if let set, set != stated, setNode != nil {
            fail(.severalSets(set, stated), node, place, &log)
        }
        (set, setNode) = (stated, node)
    }

    private mutating func potential(
        of gas: GreenhouseGas, at node: SourceTree.NodeID, _ place: ReadLog.ScopeID, _ log: inout ReadLog
    ) -> (ExactDecimal, origin: String)? {
        if let stated = sum.potentials[gas.name] { return (stated, "GWP100 as the mapping states it") }
        if gas.name == "CO2e" { return (1, "as it is") }
        guard let set else {
            if total != nil { log.report(.noSet, at: node, in: place) }
            return nil
        }
        guard let potential = gas.potential(in: set) else {
            log.report(.noPotential(gas, set), at: node, in: place)
            return nil
        }
        if let dispute = gas.dispute(in: set) {
            log.report(.disputed(gas, set, potential, dispute), at: node, in: place)
        }
        return (potential, "GWP100 of \(set.rawValue)")
    }

    private mutating func fail(
        _ finding: Diagnostic, _ node: SourceTree.NodeID, _ place: ReadLog.ScopeID, _ log: inout ReadLog
    ) {
        total = nil
        nodes.append(node)
        log.report(finding, at: node, in: place)
    }
}

// MARK: The sum

extension SheetGases {
    /// Puts the sum into the footprint, and keeps the rows for the same mapping.
    func finish(_ footprint: inout ProductFootprint, in scope: ReadLog.ScopeID, _ log: inout ReadLog) {
        guard let first = nodes.first else { return }
        guard let total, !workings.isEmpty else {
            for node in nodes { log.markUnreadable(node) }
            return
        }
        let path = sum.field.set(&footprint, .emissions(Emissions(total, .kilogramsCO2e)))
        for node in nodes { log.note(nil, in: log.enter(path: path, of: scope, at: node), from: node) }
        let place = log.path(of: scope).appending(path)
        for working in workings {
            log.note(
                ReadLog.Working(
                    path: place, before: working.before, after: "\(working.after) kgCO2e", reason: working.reason,
                    node: working.node))
        }
        if workings.count > 1 {
            let terms = workings.map { "\($0.after)" }.joined(separator: " + ")
            log.note(
                ReadLog.Working(
                    path: place, before: "\(workings.count) gases", after: "\(total) kgCO2e", reason: terms, node: first
                ))
        }
        footprint.carried.append(
            Carried(format: layout.mapping.formatName, path: Self.path, content: .list(kept)))
        if let set {
            if footprint.methodology.assessmentReports.isEmpty {
                footprint.methodology.assessmentReports = [set.report]
                let reports = FieldPath(\ProductFootprint.methodology.assessmentReports).appending(.index(0))
                if let setNode {
                    log.note(nil, in: log.enter(path: reports, of: scope, at: setNode), from: setNode)
                } else {
                    log.note(supplied: log.path(of: scope).appending(reports))
                }
            }
        }
    }
}

// MARK: Wording

extension Diagnostic {
    fileprivate static func noGas(_ column: String) -> Diagnostic {
        Diagnostic(
            "MAP-108", .error, "there is an amount here, and \(column) names no gas for it",
            help: "Name the gas in its cell.")
    }
    fileprivate static func unknownGas(_ text: String) -> Diagnostic {
        Diagnostic(
            "MAP-108", .error, "'\(text.prefix(40))' is no gas that is known, the product has no sum",
            help: "Write its formula as CO2, CH4, N2O or CF4, its CAS number, or translate it with codes:.")
    }
    fileprivate static func noPotential(_ gas: GreenhouseGas, _ set: WarmingPotentialSet) -> Diagnostic {
        Diagnostic(
            "MAP-108", .error, "\(set.rawValue) gives no potential for \(gas.name), the product has no sum",
            help: "State it in the mapping, as potentials: {\(gas.name): VALUE}.")
    }
    fileprivate static let noSet = Diagnostic(
        "MAP-106", .error, "no set of global warming potentials is named, the product has no sum",
        help: "Ask which report was used, and say gwp: AR6 (or AR4, AR5) in the mapping, or --gwp AR6.")
    fileprivate static func disputed(
        _ gas: GreenhouseGas, _ set: WarmingPotentialSet, _ used: ExactDecimal, _ other: String
    ) -> Diagnostic {
        Diagnostic(
            "MAP-109", .warning, "\(gas.name) counts \(used) by \(set.rawValue); in use is also \(other)",
            help: "Name the gas exactly, or state what counts in the mapping, as potentials: {\(gas.name): \(used)}.")
    }
    fileprivate static func severalSets(_ a: WarmingPotentialSet, _ b: WarmingPotentialSet) -> Diagnostic {
        Diagnostic(
            "MAP-113", .error, "this row counts by \(b.rawValue), an earlier one of the product by \(a.rawValue)",
            help: "Have all gases of a product counted by one report.")
    }
    fileprivate static func tooLong(_ text: String) -> Diagnostic {
        Diagnostic(
            "READ-005", .error, "the amount of \(text.prefix(40)) needs more than 38 digits as CO2e",
            help: "Give the number with fewer digits.")
    }
}
