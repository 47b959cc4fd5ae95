import EmissionsDiagnostics
import EmissionsModel

enum ExemptedShareOutOfRange: Rule {
    static let about = RuleDescription(
        code: "BND-001", title: "share of exempted emissions is not from 0 to 100 percent",
        explanation: """
            The share says how much of the footprint was left out: not less than nothing, and not more than
            everything.
            """,
        remedy: "State the share in percent, for example 2.5.",
        references: [.pact("exemptedEmissionsPercent"), .iso14067("6.3.4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("two percent") { $0.boundary.exemptedShare = 2 },
        .accepts("nothing") { $0.boundary.exemptedShare = 0 },
        .rejects("less than nothing", at: \.boundary.exemptedShare) { $0.boundary.exemptedShare = -3 },
        .rejects("more than everything", at: \.boundary.exemptedShare) { $0.boundary.exemptedShare = 101 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.boundary.exemptedShare else { return .notApplicable }
        if share.isNegative || share > 100 {
            findings.report(
                "share of exempted emissions is \(share) percent, must be from 0 to 100", at: \.boundary.exemptedShare)
        }
        return .checked
    }
}
