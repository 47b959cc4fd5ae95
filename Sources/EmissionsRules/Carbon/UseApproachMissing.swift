import EmissionsDiagnostics
import EmissionsModel

enum UseApproachMissing: Rule {
    static let about = RuleDescription(
        code: "CCS-005", severity: .warning,
        title: "product contains captured carbon, but nothing says how it is counted",
        explanation: """
            Carbon that was captured and used may be counted by the cut-off or by the credit approach, which give
            different totals. A receiver who mixes them counts the same carbon twice.
            """,
        remedy: "Name the approach, cut-off or credit.",
        references: [.pact3("ccuCalculationApproach"), .pact3("ccuCarbonContent")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the cut-off approach") {
            ($0.carbonContent.captured, $0.carbonCapture.useApproach) = (2, .cutOff)
        },
        .accepts("no captured carbon") { $0.carbonContent.captured = 0 },
        .rejects("no approach", at: \.carbonCapture.useApproach) { $0.carbonContent.captured = 2 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let carbon = footprint.carbonContent.captured, carbon.isPositive else { return .notApplicable }
        if footprint.carbonCapture.useApproach == nil {
            findings.report(
                "product contains \(carbon) kg of captured carbon, but no approach is named",
                at: \.carbonCapture.useApproach)
        }
        return .checked
    }
}
