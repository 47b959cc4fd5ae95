import EmissionsDiagnostics
import EmissionsModel

enum ResultWithoutAmounts: Rule {
    static let about = RuleDescription(
        code: "IMP-007", severity: .warning, title: "indicator has no amounts",
        explanation: "A row without amounts says neither that the indicator is zero nor that it was not looked at.",
        remedy: "State the amounts, or the reason that there are none, such as INA.",
        references: [.en15804A2("7.5"), .inData("epd:amount")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("not assessed, which is said") { $0.state(.soilQuality, by: .ef31, ["A1-A3": "INA"]) },
        .rejects("nothing at all", at: "results[0].amounts") { $0.state(.soilQuality, by: .ef31, [:]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        for (index, result) in footprint.results.enumerated() where result.amounts.isEmpty {
            findings.report("\(result.indicator?.name ?? "result") has no amounts", at: \.results, index, \.amounts)
        }
        return .checked
    }
}
