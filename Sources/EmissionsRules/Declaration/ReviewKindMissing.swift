import EmissionsDiagnostics
import EmissionsModel

enum ReviewKindMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-010", severity: .warning, title: "kind of verification is not stated",
        explanation: """
            Whether a declaration was verified independently, and inside or outside of the company, decides what
            it may be used for.
            """,
        remedy: "State the kind of review.",
        references: [.en15804A2("table 2"), .iso14025("8.1"), .inData("review@type")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("external") { $0.declaration.reviews = [Review(.independentExternal, by: "Example Verifier")] },
        .rejects("not stated", at: "declaration.reviews[0].kind") {
            $0.declaration.reviews = [Review(nil, by: "Example Verifier")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.reviews.isEmpty else { return .notApplicable }
        for (index, review) in footprint.declaration.reviews.enumerated() where review.kind == nil {
            findings.report("kind of verification is not stated", at: \.declaration.reviews, index, \.kind)
        }
        return .checked
    }
}
