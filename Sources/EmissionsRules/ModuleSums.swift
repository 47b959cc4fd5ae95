import EmissionsModel

/// A stated sum over modules beside what the modules come to.
struct ModuleSum: Sendable {
    var series: Int
    var column: ResultIndex.Column
    var total: ExactDecimal
    var cell: ResultIndex.Cell
    var parts: StatedSum
}

extension ResultIndex {
    /// The sums over modules of some kind that can be checked: all their modules have amounts of the same scenario, too.
    func moduleSums(_ isWanted: (ModuleRange) -> Bool) -> [ModuleSum] {
        var found: [ModuleSum] = [], known: [Int: [Int]?] = [:]
        for (series, column) in sums where isWanted(columns[column].modules) {
            guard let (total, cell) = amount(series, column) else { continue }
            let parts = known[column] ?? self.parts(of: columns[column])
            known[column] = .some(parts)
            guard let parts, let sum = sum(over: parts, of: series) else { continue }
            found.append(ModuleSum(series: series, column: columns[column], total: total, cell: cell, parts: sum))
        }
        return found
    }

    /// The columns of the single modules; A0 and B8, which are no modules of products, may lack.
    private func parts(of sum: Column) -> [Int]? {
        var parts: [Int] = []
        for module in LifeCycleModule.allCases where sum.modules.contains(module) {
            if let part = column(ModuleRange(module), sum.scenario) {
                parts.append(part)
            } else if module != .a0, module != .b8 {
                return nil
            }
        }
        return parts
    }

    private func sum(over columns: [Int], of series: Int) -> StatedSum? {
        var sum = StatedSum()
        for column in columns {
            guard let (amount, _) = amount(series, column) else { return nil }
            sum.add(amount)
        }
        return sum
    }

    /// Modules in which any impact has an amount.
    var statedModules: ModuleSet {
        summaries.reduce(into: []) { if $1.series.indicator.isImpact { $0.formUnion($1.stated) } }
    }
}

extension StatedSum {
    /// That `total` is off by a power of ten, in words; nothing where that is not what is wrong with it.
    func powerOfTen(of total: ExactDecimal) -> String {
        let power = (1...6).first { power in
            [power, -power].contains { compares(total.shifted(by: -$0)) }
        }
        guard let power else { return "" }
        let times = "1" + String(repeating: "0", count: power)
        return compares(total.shifted(by: -power)) ? ", \(times) times less" : ", \(times) times as much"
    }

    private func compares(_ shifted: ExactDecimal?) -> Bool { shifted.map { compared(with: $0) == .agrees } ?? false }
}
