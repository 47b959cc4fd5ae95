import EmissionsDiagnostics
import EmissionsModel

enum OriginOfCommissionOnly: Rule {
    static let about = RuleDescription(
        code: "GEO-007", severity: .warning,
        title: "country of origin has a code that only the Commission's lists have",
        explanation: """
            The Commission's template accepts some codes that ISO 3166-1 does not have, or has no longer, such
            as `XK` for Kosovo. Other systems may refuse them.
            """,
        remedy: "Use the code of ISO 3166-1 where the country has one.",
        references: [
            Reference("ISO 3166-1", "alpha-2 codes"),
            Reference("EC communication template for installations", "code lists"),
        ])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("Serbia") { $0.originCountry = "RS" },
        .rejects("Kosovo", at: \.originCountry) { $0.originCountry = "XK" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let code = good.originCountry else { return .notApplicable }
        if Countries.commissionOnly.contains(code) {
            findings.report("\(code) is a country code of the Commission's, not of ISO 3166-1", at: \.originCountry)
        }
        return .checked
    }
}
