import EmissionsDiagnostics
import EmissionsModel

enum ReviewerMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-012", severity: .warning, title: "verifier is not named",
        explanation: "A verification that nobody put a name to can't be asked about.",
        remedy: "Name the verifier and the organisation.",
        references: [.en15804A2("7.1 e"), .en15804A2("table 2"), .iso14025("8.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a name") { $0.declaration.reviews = [Review(.independentExternal, by: "Example Verifier")] },
        .accepts("no review") { $0.declaration.reviews = [Review(ReviewKind.none, by: nil)] },
        .rejects("none", at: "declaration.reviews[0].reviewers") {
            $0.declaration.reviews = [Review(.independentExternal, by: nil)]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.reviews.isEmpty else { return .notApplicable }
        for (index, review) in footprint.declaration.reviews.enumerated() where review.kind != ReviewKind.none {
            if review.reviewers.allSatisfy(\.isEmpty) {
                findings.report("verifier is not named", at: \.declaration.reviews, index, \.reviewers)
            }
        }
        return .checked
    }
}
