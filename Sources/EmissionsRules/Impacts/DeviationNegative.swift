import EmissionsDiagnostics
import EmissionsModel

enum DeviationNegative: Rule {
    static let about = RuleDescription(
        code: "IMP-026", title: "standard deviation is negative",
        explanation: "A standard deviation says how far amounts spread, which can be nothing but not less.",
        remedy: "State it as a fraction of the amount, such as 0.15.",
        references: [.openEPD("rsd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a fraction") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.results[0].amounts[0].relativeStandardDeviation = ExactDecimal("0.15")
        },
        .rejects("less than nothing", at: "results[0].amounts[0].relativeStandardDeviation") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.results[0].amounts[0].relativeStandardDeviation = ExactDecimal("-0.15")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (number, result) in footprint.results.enumerated() {
            for (index, item) in result.amounts.enumerated() {
                guard let deviation = item.relativeStandardDeviation else { continue }
                applicability = .checked
                guard deviation.isNegative else { continue }
                findings.report(
                    "standard deviation of \(result.indicator?.name ?? "the result") in \(item.place) is \(deviation)",
                    at: .item(ResultIndex.Cell(result: number, item: index), "relativeStandardDeviation"))
            }
        }
        return applicability
    }
}
