import EmissionsModel

/// Series of which one is to be the sum of the others.
struct SummingRows: Sendable {
    var total: Int
    var parts: [Int]
}

/// What exchanging rows would mend.
enum SwappedRow {
    /// Nothing is to be mended, or no exchange mends it.
    case none
    /// The total and this part.
    case with(Int)
}

extension ResultIndex {
    /// The total and its three parts, for each method that states them all.
    var globalWarmingRows: [SummingRows] {
        rows(.globalWarmingTotal, [.globalWarmingFossil, .globalWarmingBiogenic, .globalWarmingLandUse])
    }

    /// Renewable and non-renewable primary energy, as EN 15804 and as ISO 21930 name them.
    var primaryEnergyRows: [SummingRows] {
        rows(.renewableEnergyTotal, [.renewableEnergyAsEnergy, .renewableEnergyAsMaterial])
            + rows(.nonRenewableEnergyTotal, [.nonRenewableEnergyAsEnergy, .nonRenewableEnergyAsMaterial])
            + rows(.renewablePrimaryTotal, [.renewablePrimaryEnergy, .renewablePrimaryMaterial])
            + rows(.nonRenewablePrimaryTotal, [.nonRenewablePrimaryEnergy, .nonRenewablePrimaryMaterial])
    }

    private func rows(_ total: Indicator, _ parts: [Indicator]) -> [SummingRows] {
        guard !isEmpty else { return [] }
        return summaries.indices.compactMap { number in
            guard summaries[number].series.indicator == total else { return nil }
            let found = parts.compactMap { series($0, by: summaries[number].series.method) }
            return found.count == parts.count ? SummingRows(total: number, parts: found) : nil
        }
    }

    /// - Returns: `nil` unless there are amounts for all of `parts`.
    func sum(of parts: [Int], in column: Int) -> StatedSum? {
        var sum = StatedSum()
        for part in parts {
            guard let (amount, _) = amount(part, column) else { return nil }
            sum.add(amount)
        }
        return sum
    }

    func isZero(_ parts: [Int], in column: Int) -> Bool {
        parts.allSatisfy { amount($0, column)?.amount.isZero == true }
    }

    /// Which part the total would have to change places with for all sums to be right.
    ///
    /// - Returns: `nil` where there is no sum at all, or all are right.
    func swappedRow(_ rows: SummingRows) -> SwappedRow? {
        var candidates = rows.parts
        var isChecked = false, isBroken = false
        for column in summaries[rows.total].columns {
            guard let (total, _) = amount(rows.total, column), let sum = sum(of: rows.parts, in: column) else {
                continue
            }
            isChecked = true
            guard sum.compared(with: total) == .differs else { continue }
            isBroken = true
            candidates.removeAll { candidate in
                guard let (would, _) = amount(candidate, column), !would.isZero,
                    let others = self.sum(of: rows.parts.filter { $0 != candidate } + [rows.total], in: column)
                else { return true }
                return others.compared(with: would) != .agrees
            }
        }
        guard isChecked else { return nil }
        return isBroken && candidates.count == 1 ? .with(candidates[0]) : SwappedRow.none
    }

    func name(_ series: Int) -> String { summaries[series].series.indicator.name }
}
