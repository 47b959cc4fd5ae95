import EmissionsModel

/// What a row is about.
struct OekobaudatRow: Hashable {
    var modules: ModuleRange?
    var scenario: String?
}

/// The order of a declaration's rows: by module, a sum behind its addends, and by scenario. It is the same whatever order
/// the results have, so that what is read back stands where it was.
struct OekobaudatRows {
    let rows: [OekobaudatRow]
    private let places: [OekobaudatRow: Int]

    init(_ footprint: ProductFootprint) {
        var seen: Set<OekobaudatRow> = []
        for result in footprint.results where result.column != nil {
            for amount in result.amounts where amount.isSaid {
                seen.insert(OekobaudatRow(modules: amount.modules, scenario: amount.scenario))
            }
        }
        let declared = footprint.declaration.scenarios.map(\.name)
        let order = seen.map { row in
            (
                row: row, last: row.modules?.last, first: row.modules?.first,
                scenario: row.scenario == nil ? -1 : declared.firstIndex(of: row.scenario) ?? .max
            )
        }
        rows = order.sorted { a, b in
            if a.last != b.last { return a.last.map { last in b.last.map { last < $0 } ?? false } ?? true }
            if a.first != b.first { return a.first.map { first in b.first.map { first > $0 } ?? false } ?? true }
            if a.scenario != b.scenario { return a.scenario < b.scenario }
            return (a.row.scenario ?? "") < (b.row.scenario ?? "")
        }
        .map(\.row)
        places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    }

    /// The row that an amount stands in; `Int.max` where it is not said at all.
    func place(of amount: ModuleAmount) -> Int {
        guard amount.isSaid else { return .max }
        return places[OekobaudatRow(modules: amount.modules, scenario: amount.scenario)] ?? .max
    }
}

extension IndicatorResult {
    /// The column that a result belongs in.
    var column: Int? { OekobaudatColumns.results.firstIndex { $0.says(self) } }
}

extension ModuleAmount {
    var isSaid: Bool { amount != nil || word != nil }

    /// What stands where an amount would; an empty cell says nothing at all.
    var word: String? { gap.flatMap { $0 == .empty ? nil : $0.rawValue } }
}

extension OekobaudatColumns.Result {
    fileprivate func says(_ result: IndicatorResult) -> Bool {
        guard result.indicator == indicator, result.unit == unit else { return false }
        guard let method else { return true }
        return method == .ef3 ? result.method?.isEnvironmentalFootprint == true : result.method == method
    }
}
