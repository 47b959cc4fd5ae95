import EmissionsDiagnostics
import EmissionsModel

enum ProductionOfCommissionOnly: Rule {
    static let about = RuleDescription(
        code: "GEO-008", severity: .warning,
        title: "country of production has a code that only the Commission's lists have",
        explanation: """
            The Commission's template accepts some codes that ISO 3166-1 does not have, or has no longer, such
            as `XK` for Kosovo. Other systems may refuse them.
            """,
        remedy: "Use the code of ISO 3166-1 where the country has one.",
        references: [
            Reference("ISO 3166-1", "alpha-2 codes"),
            Reference("EC communication template for installations", "code lists"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Serbia") { $0.production.country = "RS" },
        .rejects("Kosovo", at: \.production.country) { $0.production.country = "XK" },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let code = footprint.production.country else { return .notApplicable }
        if Countries.commissionOnly.contains(code) {
            findings.report(
                "\(code) is a country code of the Commission's, not of ISO 3166-1", at: \.production.country)
        }
        return .checked
    }
}
