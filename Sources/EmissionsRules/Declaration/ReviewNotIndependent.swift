import EmissionsDiagnostics
import EmissionsModel

enum ReviewNotIndependent: Rule {
    static let about = RuleDescription(
        code: "DEC-011", severity: .warning, title: "declaration is not verified by someone independent",
        explanation: """
            ISO 14025 asks for a verifier who had no part in the assessment and the declaration. One within the
            same organisation may be independent; the one who made it is not.
            """,
        remedy: "Have the declaration verified, or call it a data set that is not a declaration.",
        references: [.iso14025("8.1"), .en15804A2("table 2"), .en15804A2("clause 9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("independent, in the same organisation") {
            $0.declaration.reviews = [Review(.independentInternal, by: "Example Verifier")]
        },
        .accepts("by the one who made it, and by someone independent") {
            $0.declaration.reviews = [Review(.dependentInternal, by: "A"), Review(.accreditedThirdParty, by: "B")]
        },
        .rejects("by the one who made it", at: "declaration.reviews[0].kind") {
            $0.declaration.reviews = [Review(.dependentInternal, by: "Example Verifier")]
        },
        .rejects("not at all", at: "declaration.reviews[0].kind") {
            $0.declaration.reviews = [Review(ReviewKind.none, by: nil)]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let reviews = footprint.declaration.reviews
        guard !footprint.isBackgroundData, reviews.contains(where: { $0.kind != nil }) else { return .notApplicable }
        guard reviews.allSatisfy({ $0.kind == .dependentInternal || $0.kind == ReviewKind.none }) else {
            return .checked
        }
        if let kind = reviews.first?.kind {
            findings.report(.notIndependent(kind), at: \.declaration.reviews, 0, \.kind)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func notIndependent(_ kind: ReviewKind) -> Self {
        kind == ReviewKind.none
            ? "declaration was not reviewed" : "declaration had a \(kind.rawValue) only"
    }
}
