import EmissionsDiagnostics
import EmissionsModel

enum OriginExempt: Rule {
    static let about = RuleDescription(
        code: "TRD-012", severity: .warning, title: "country of origin is outside the mechanism",
        explanation: """
            Goods that originate in the European Union, Iceland, Liechtenstein, Norway or Switzerland are not
            reported.
            """,
        remedy: "Check the origin; leave the good out if it is right.",
        references: [.cbam("Article 2 and Annex III")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("Türkiye") { $0.originCountry = "TR" },
        .rejects("Switzerland", at: \.originCountry) { $0.originCountry = "CH" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let country = good.originCountry else { return .notApplicable }
        if Countries.exempt.contains(country) {
            findings.report("country of origin is \(country), where the mechanism does not apply", at: \.originCountry)
        }
        return .checked
    }
}
