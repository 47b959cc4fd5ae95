import EmissionsDiagnostics
import EmissionsModel

enum ExemptedShareAboveFive: Rule {
    static let about = RuleDescription(
        code: "BND-002", severity: .warning, title: "share of exempted emissions is above 5 percent",
        explanation: """
            PACT 2 allows up to 5 percent of the emissions to be left out, and its schema did not take more
            until 2.3.3.
            """,
        remedy: "Include more of the processes, until no more than 5 percent of the emissions are left out.",
        references: [.pact2("exemptedEmissionsPercent")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("five percent") { $0.boundary.exemptedShare = 5 },
        .rejects("more than a policy allows", at: \.boundary.exemptedShare, in: { $0.limits.exemptedShare = 3 }) {
            $0.boundary.exemptedShare = 5
        },
        .rejects("more", at: \.boundary.exemptedShare) { $0.boundary.exemptedShare = ExactDecimal("5.1") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.boundary.exemptedShare else { return .notApplicable }
        let most = context.limits.exemptedShare
        if share > most {
            findings.report(
                "share of exempted emissions is \(share) percent, must not be above \(most)",
                at: \.boundary.exemptedShare)
        }
        return .checked
    }
}
