import EmissionsDiagnostics
import EmissionsModel

enum WasteIndicatorMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-019", severity: .warning, title: "indicator of waste or of output flows is missing",
        explanation: """
            Three indicators of waste and those of what leaves the product system for further use belong to a
            declaration by EN 15804, in both editions.
            """,
        remedy: "State the indicator for all declared modules, or INA where it was not assessed.",
        references: [.en15804A1("7.2.5"), .en15804A2("7.2.4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all eight") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "1"])
            $0.state(StandardIndicators.waste.map { $0[0] })
        },
        .accepts("exported energy in one figure") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "1"])
            $0.state(StandardIndicators.waste.dropLast(2).map { $0[0] } + [.exportedEnergy])
        },
        .rejects("impacts only", at: \.results) { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "1"]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty, context.edition != nil else { return .notApplicable }
        let missing = context.results.missing(StandardIndicators.waste)
        if !missing.isEmpty {
            findings.report("waste and output flows are stated without \(missing.inWords)", at: \.results)
        }
        return .checked
    }
}
