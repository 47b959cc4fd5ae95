import EmissionsDiagnostics
import EmissionsModel

enum ProductStageDoesNotSum: Rule {
    static let about = RuleDescription(
        code: "MOD-005", title: "sum of the product stage is not A1 + A2 + A3",
        explanation: """
            Where the three modules are stated by themselves, their sum can only be one figure. Roundings are
            allowed for, and besides 2 percent of the largest of the figures.
            """,
        remedy: "Compare the figures with the life-cycle assessment, and correct the one that is wrong.",
        references: [.en15804A2("7.5"), .en15804A1("7.5"), .openEPD("A1A2A3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a sum within rounding") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.4", "A1": "9.11", "A2": "0.25", "A3": "3.0"])
        },
        .rejects("a sum in grams", at: "results[0].amounts[0].amount") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12360", "A1": "9.11", "A2": "0.25", "A3": "3.0"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        var applicability = Applicability.notApplicable
        for sum in index.moduleSums({ $0 == .productStage }) {
            applicability = .checked
            switch sum.parts.compared(with: sum.total) {
            case .agrees: break
            case .differs:
                findings.report(.doesNotSum(index.name(sum.series), sum.total, sum.parts), at: .amount(sum.cell))
            case .tooLong: findings.reportUnchecked("sum of A1-A3", at: \.results)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func doesNotSum(_ name: String, _ total: ExactDecimal, _ sum: StatedSum) -> Self {
        "\(name) in A1-A3 is \(total), but A1, A2 and A3 come to \(sum.written)\(sum.powerOfTen(of: total))"
    }
}
