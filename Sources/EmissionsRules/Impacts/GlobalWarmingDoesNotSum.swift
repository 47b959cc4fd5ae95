import EmissionsDiagnostics
import EmissionsModel

enum GlobalWarmingDoesNotSum: Rule {
    static let about = RuleDescription(
        code: "IMP-012", title: "total global warming is not the sum of its parts",
        explanation: """
            GWP-total is GWP-fossil, GWP-biogenic and GWP-luluc together, in each module. Where it is not, a row
            stands in another's place, a digit is wrong, or the parts are of another calculation than the total.
            Roundings are allowed for, and besides 2 percent of the largest of the figures.
            """,
        remedy: "Compare the four figures with the life-cycle assessment, and correct the one that is wrong.",
        references: [.en15804A2("7.2.3, table 3"), .en15804A2("annex C, C.2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a sum within rounding") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.state(.globalWarmingFossil, by: .ef31, ["A1-A3": "13.41"])
            $0.state(.globalWarmingBiogenic, by: .ef31, ["A1-A3": "-1.12"])
            $0.state(.globalWarmingLandUse, by: .ef31, ["A1-A3": "0.0052"])
        },
        .accepts("no land use, which may be left out below 5 percent") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.state(.globalWarmingFossil, by: .ef31, ["A1-A3": "12.2"])
            $0.state(.globalWarmingBiogenic, by: .ef31, ["A1-A3": "0"])
            $0.state(.globalWarmingLandUse, by: .ef31, ["A1-A3": "ND"])
        },
        .rejects("biogenic carbon taken up, and not counted", at: "results[0].amounts[0].amount") {
            $0.state(.globalWarmingTotal, by: .ef31, ["C2": "0.0732"])
            $0.state(.globalWarmingFossil, by: .ef31, ["C2": "0.0732"])
            $0.state(.globalWarmingBiogenic, by: .ef31, ["C2": "-12600"])
            $0.state(.globalWarmingLandUse, by: .ef31, ["C2": "0.00004"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        var applicability = Applicability.notApplicable
        for rows in index.globalWarmingRows {
            for column in index.summaries[rows.total].columns {
                guard let (total, cell) = index.amount(rows.total, column),
                    let sum = index.sum(of: rows.parts, in: column)
                else { continue }
                applicability = .checked
                switch sum.compared(with: total) {
                case .agrees: break
                case .differs: findings.report(.doesNotSum(total, sum, index.columns[column]), at: .amount(cell))
                case .tooLong: findings.reportUnchecked("sum of GWP-total", at: \.results)
                }
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func doesNotSum(
        _ total: ExactDecimal, _ sum: StatedSum, _ column: ResultIndex.Column
    ) -> Self {
        "GWP-total in \(column.written) is \(total), but GWP-fossil, GWP-biogenic and GWP-luluc come to \(sum.written)"
    }
}
