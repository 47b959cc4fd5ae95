import EmissionsModel

/// A column of sums over modules, and those of the modules.
struct ModuleSum: Sendable {
    var column: Int
    var parts: [Int]
}

extension ResultIndex {
    /// The sums over modules that can be checked, since all modules in them have columns of the same scenario too.
    var moduleSums: [ModuleSum] {
        columns.indices.compactMap { number in
            let sum = columns[number]
            guard sum.modules.isSum else { return nil }
            var parts: [Int] = []
            for module in LifeCycleModule.allCases where sum.modules.contains(module) {
                if let part = column(ModuleRange(module), sum.scenario) {
                    parts.append(part)
                } else if module != .a0, module != .b8 {
                    return nil
                }
            }
            return ModuleSum(column: number, parts: parts)
        }
    }

    /// Modules in which any impact has an amount.
    var statedModules: ModuleSet {
        summaries.reduce(into: []) { if $1.series.indicator.isImpact { $0.formUnion($1.stated) } }
    }
}

extension ResultIndex {
    /// - Returns: `nil` unless the series has amounts for all modules of the sum.
    func sum(of modules: ModuleSum, _ series: Int) -> StatedSum? {
        var sum = StatedSum()
        for part in modules.parts {
            guard let (amount, _) = amount(series, part) else { return nil }
            sum.add(amount)
        }
        return sum
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
