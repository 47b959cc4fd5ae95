import EmissionsDiagnostics
import EmissionsModel

enum ExemptedShareAboveTen: Rule {
    static let about = RuleDescription(
        code: "BND-007", severity: .warning, title: "share of exempted emissions is above 10 percent",
        explanation: """
            Catena-X takes no footprint from version 8 on that leaves out more than 10 percent of the emissions; its
            rulebook asks for 3 percent at most.
            """,
        remedy: "Include more of the processes, until no more than 10 percent of the emissions are left out.",
        references: [.catenaX("exemptedEmissionsPercent")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("ten percent") { $0.boundary.exemptedShare = 10 },
        .rejects("more", at: \.boundary.exemptedShare) { $0.boundary.exemptedShare = ExactDecimal("10.5") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.boundary.exemptedShare else { return .notApplicable }
        if share > 10 {
            findings.report(
                "share of exempted emissions is \(share) percent, must not be above 10", at: \.boundary.exemptedShare)
        }
        return .checked
    }
}
