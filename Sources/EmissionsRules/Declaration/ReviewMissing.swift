import EmissionsDiagnostics
import EmissionsModel

enum ReviewMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-009", severity: .warning, title: "verification is not stated",
        explanation: """
            A declaration by ISO 14025 is verified by someone independent before it is published, and says by
            whom.
            """,
        remedy: "State who verified the declaration, and how.",
        references: [.iso14025("8.1"), .en15804A2("table 2"), .en15804A2("clause 9"), .inData("review")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a review") {
            $0.declaration.reviews = [Review(.independentExternal, by: "Example Verifier")]
        },
        .accepts("a verification, as other formats state it") { $0.verification.provider = "Example Verifier" },
        .accepts("generic data, which is no declaration") { $0.declaration.kind = .generic },
        .rejects("none", at: \.declaration.reviews) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isBackgroundData else { return .notApplicable }
        if footprint.declaration.reviews.isEmpty, footprint.verification.provider == nil,
            footprint.verification.isAssured != true
        {
            findings.report("verification is not stated", at: \.declaration.reviews)
        }
        return .checked
    }
}
