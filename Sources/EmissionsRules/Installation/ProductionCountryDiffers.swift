import EmissionsDiagnostics
import EmissionsModel

enum ProductionCountryDiffers: Rule {
    static let about = RuleDescription(
        code: "INS-001", severity: .warning, title: "country of production is not that of the installation",
        explanation: "A good is produced where its installation stands.",
        remedy: "Correct the country of production or the address of the installation.",
        references: [.cbamManual("country of production")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the same") { ($0.production.country, $0.production.installation.address.country) = ("TR", "TR") },
        .rejects("another", at: \.production.country) {
            ($0.production.country, $0.production.installation.address.country) = ("TR", "GE")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let country = footprint.production.country,
            let installation = footprint.production.installation.address.country
        else { return .notApplicable }
        if country != installation {
            findings.report(
                "country of production is \(country), but the installation is in \(installation)",
                at: \.production.country)
        }
        return .checked
    }
}
