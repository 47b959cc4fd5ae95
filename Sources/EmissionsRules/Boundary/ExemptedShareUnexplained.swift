import EmissionsDiagnostics
import EmissionsModel

enum ExemptedShareUnexplained: Rule {
    static let about = RuleDescription(
        code: "BND-003", severity: .warning, title: "exempted emissions above 3 percent are not explained",
        explanation: """
            Leaving out more than 3 percent of the emissions is beyond the usual cut-off, and a reader needs the
            reason to judge the figures.
            """,
        remedy: "Describe what was left out, and why.",
        references: [.pactMethodology("cut-off criteria"), .pact3("exemptedEmissionsDescription")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("three percent") { $0.boundary.exemptedShare = 3 },
        .accepts("four percent, with the reason") {
            $0.boundary.exemptedShare = 4
            $0.boundary.exemptedDescription = "Catalysts: no data from the supplier."
        },
        .rejects("four percent, without a word", at: \.boundary.exemptedDescription) { $0.boundary.exemptedShare = 4 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.boundary.exemptedShare, share > 3 else { return .notApplicable }
        if footprint.boundary.exemptedDescription?.isEmpty ?? true {
            findings.report(
                "\(share) percent of the emissions are exempted, but nothing says why",
                at: \.boundary.exemptedDescription)
        }
        return .checked
    }
}
