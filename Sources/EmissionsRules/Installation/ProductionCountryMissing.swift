import EmissionsDiagnostics
import EmissionsModel

enum ProductionCountryMissing: Rule {
    static let about = RuleDescription(
        code: "INS-002", severity: .warning, title: "country of production is missing",
        explanation: """
            The country decides which default values, electricity factors and carbon prices apply. The schema
            lets it be left out; the registry does not.
            """,
        remedy: "State the country where the installation stands.",
        references: [.cbamManual("country of production"), .cbamTransitional("Annex I")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Türkiye", in: { $0.good = ImportedGood() }) { $0.production.country = "TR" },
        .accepts("a footprint that belongs to no imported good") { _ in },
        .rejects("none", at: \.production.country, in: { $0.good = ImportedGood() }) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard context.isInGood else { return .notApplicable }
        if footprint.production.country == nil {
            findings.report("country of production is missing", at: \.production.country)
        }
        return .checked
    }
}
