import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads the indicators of a declaration: columns of results, in one row for all modules or a row for each.
struct SheetResultReading {
    let layout: SheetLayout
    /// For each column with results, which of the footprint's results it fills.
    private var positions: [Int: Int] = [:]

    init(_ layout: SheetLayout) { self.layout = layout }

    private static let list = FieldPath(\ProductFootprint.results)

    mutating func read(
        _ cells: SheetCells, to footprint: inout ProductFootprint, in scope: ReadLog.ScopeID, _ log: inout ReadLog
    ) {
        var row = ModuleAmount(), rowNodes: [(SourceTree.NodeID, String)] = []
        if let column = layout.column(where: { if case .module = $0 { true } else { false } }),
            let node = layout.cell(column, of: cells, &log)
        {
            row.modules = modules(column, node, in: scope, &log)
            if row.modules != nil { rowNodes.append((node, "modules")) }
        }
        if let column = layout.column(where: { if case .scenario = $0 { true } else { false } }),
            let node = layout.cell(column, of: cells, &log)
        {
            row.scenario = log.tree.cellText(node)
            rowNodes.append((node, "scenario"))
        }
        for (index, column) in layout.columns {
            guard case .result(let result) = column.meaning, let node = layout.cell(index, of: cells, &log) else {
                continue
            }
            var amount = row
            amount.modules = result.modules ?? row.modules
            amount.scenario = result.scenario ?? row.scenario
            let text = log.tree.cellText(node)
            if let gap = AmountGap(rawValue: text), gap != .empty {
                amount.gap = gap
            } else {
                let place = log.enter(path: Self.list, of: scope, at: node)
                guard
                    case .number(let number)? = log.value(
                        of: node, NodeName(column.name), as: layout.spelling(index), nil, in: place)
                else { continue }
                amount.amount = number
            }
            let position = position(of: result, index, in: &footprint)
            footprint.results[position].amounts.append(amount)
            let path = Self.list.appending(.index(position)).appending("amounts")
                .appending(.index(footprint.results[position].amounts.count - 1))
            let member = path.appending(amount.gap == nil ? "amount" : "gap")
            log.note(nil, in: log.enter(path: member, of: scope, at: node), from: node)
            for (node, name) in rowNodes where name == "scenario" || result.modules == nil {
                log.note(nil, in: log.enter(path: path.appending(name), of: scope, at: node), from: node)
            }
        }
    }

    private func modules(
        _ column: Int, _ node: SourceTree.NodeID, in scope: ReadLog.ScopeID, _ log: inout ReadLog
    ) -> ModuleRange? {
        let text = log.tree.cellText(node)
        let word = layout.mapping.columns[column].form.codes.first { $0.word == text }?.meaning ?? text
        if let modules = ModuleRange(word) { return modules }
        log.markUnreadable(node)
        let name = layout.mapping.columns[column].name
        log.report(.noModule(name, text), at: node, in: log.enter(path: Self.list, of: scope, at: node))
        return nil
    }

    /// The result that a column fills, which columns of one indicator share.
    private mutating func position(of result: SheetResult, _ column: Int, in footprint: inout ProductFootprint) -> Int {
        if let known = positions[column] { return known }
        let found = footprint.results.firstIndex { $0.indicator == result.indicator && $0.method == result.method }
        let position = found ?? footprint.results.count
        if found == nil {
            var record = IndicatorResult()
            (record.indicator, record.method, record.unit) = (result.indicator, result.method, result.unit)
            footprint.results.append(record)
        }
        positions[column] = position
        return position
    }
}

extension SheetResult {
    /// The amount that a footprint states for it, in a row for the modules and scenario given.
    func amount(in footprint: ProductFootprint, modules: ModuleRange?, scenario: String?) -> ModuleAmount? {
        let wanted = self.modules ?? modules, scene = self.scenario ?? scenario
        for result in footprint.results
        where result.indicator == indicator && (method == nil || result.method == method) {
            guard result.unit == unit || result.unit == nil else { continue }
            if let amount = result.amounts.first(where: { $0.modules == wanted && $0.scenario == scene }) {
                return amount
            }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func noModule(_ name: String, _ text: String) -> Diagnostic {
        Diagnostic(
            "READ-002", .error,
            "\(name) is '\(text.prefix(40))', expected a module of the life cycle or a sum over modules, such as A1-A3",
            help: "Write the module as EN 15804 does, or translate it with codes:.")
    }
}
