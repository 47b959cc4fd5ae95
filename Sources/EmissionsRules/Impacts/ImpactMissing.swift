import EmissionsDiagnostics
import EmissionsModel

enum ImpactMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-031", title: "impact category of ISO 21930 is missing",
        explanation: """
            ISO 21930 asks for global warming, ozone depletion, acidification, eutrophication and photochemical
            ozone, by the factors that are usual where the product is sold.
            """,
        remedy: "State the indicator for all declared modules.",
        references: [.iso21930("7.3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all five") {
            $0.state(
                [.globalWarmingTotal, .ozoneDepletion, .acidification, .eutrophication, .photochemicalOzone],
                by: .traci21)
        },
        .rejects("global warming only", at: \.results) {
            $0.state(.globalWarmingTotal, by: .traci21, ["A1-A3": "12.3"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty else { return .notApplicable }
        let missing = context.results.missing(StandardIndicators.impactsISO21930)
        if !missing.isEmpty { findings.report("impacts are stated without \(missing.inWords)", at: \.results) }
        return .checked
    }
}
