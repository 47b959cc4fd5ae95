import EmissionsDiagnostics
import EmissionsModel

enum InventoryIndicatorMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-032", severity: .warning, title: "inventory indicator of ISO 21930 is missing",
        explanation: """
            ISO 21930 asks for resources used, waste and output flows besides impacts. Where EN 15804 has the
            same indicator by another name, that will do.
            """,
        remedy: "State the indicator for all declared modules.",
        references: [.iso21930("7.2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all of them, some by the names of EN 15804") {
            $0.state(StandardIndicators.resourcesISO21930.map { $0[0] })
            $0.state(StandardIndicators.waste.map { $0[0] })
        },
        .rejects("impacts only", at: \.results) { $0.state(.globalWarmingTotal, by: .traci21, ["A1-A3": "12.3"]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty else { return .notApplicable }
        let missing = context.results.missing(
            StandardIndicators.resourcesISO21930 + StandardIndicators.wasteISO21930)
        if !missing.isEmpty { findings.report(.missing(missing), at: \.results) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ indicators: [String]) -> Self {
        "resources, waste and output flows are stated without \(indicators.inWords)"
    }
}
