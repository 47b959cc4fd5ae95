import EmissionsDiagnostics
import EmissionsModel

enum QualityNotStated: Rule {
    static let about = RuleDescription(
        code: "DQ-006", severity: .warning, title: "neither primary data share nor data quality is stated",
        explanation: """
            Without one of them a buyer can't tell measured figures from guesses. PACT 2 asks for one of them,
            and for both from data of 2025 on.
            """,
        remedy: "State the primary data share, and rate the data quality.",
        references: [.pact2("primaryDataShare, dqi"), .iso14067("6.3.5")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the share") { $0.dataQuality.primaryDataShare = 72 },
        .accepts("the ratings") { $0.dataQuality.technological = 1 },
        .accepts("a declaration, whose quality its verifier looks at") { $0.declaration.kind = .specific },
        .accepts("an imported good, for which the law has its own words", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("neither", at: \.dataQuality) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isDeclaration else { return .notApplicable }
        if footprint.dataQuality.primaryDataShare == nil, !footprint.dataQuality.hasRating {
            findings.report("neither primary data share nor data quality is stated", at: \.dataQuality)
        }
        return .checked
    }
}
