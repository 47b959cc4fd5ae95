import EmissionsDiagnostics
import EmissionsModel

enum ProductionCountryUnknown: Rule {
    static let about = RuleDescription(
        code: "GEO-004", title: "country of production, installation, operator or carbon price does not exist",
        explanation: "The country decides which default values, electricity factors and carbon prices apply.",
        remedy: "Use the country's code of two capital letters from ISO 3166-1, for example TR.",
        references: [Reference("ISO 3166-1", "alpha-2 codes"), .cbamTransitional("Annex I")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Türkiye") { ($0.production.country, $0.production.installation.address.country) = ("TR", "TR") },
        .accepts("Kosovo, by a code of the Commission: another rule notes it") { $0.production.country = "XK" },
        .rejects("a code that nobody assigned", at: \.production.country) { $0.production.country = "ZZ" },
        .rejects("a name", at: \.production.installation.address.country) {
            $0.production.installation.address.country = "Turkey"
        },
        .rejects("a price in no country", at: "production.carbonPrices[0].country") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].country = "UK"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard
            footprint.production.country != nil || footprint.production.installation.address.country != nil
                || footprint.production.installationOperator.address.country != nil
                || footprint.production.carbonPrices.contains(where: { $0.country != nil })
        else { return .notApplicable }
        if let code = footprint.production.country, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.production.country, fix: .country(code))
        }
        if let code = footprint.production.installation.address.country, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.production.installation.address.country, fix: .country(code))
        }
        if let code = footprint.production.installationOperator.address.country, !Countries.isAccepted(code) {
            findings.report(
                .unknownCountry(code), at: \.production.installationOperator.address.country, fix: .country(code))
        }
        for (index, price) in footprint.production.carbonPrices.enumerated() {
            guard let code = price.country, !Countries.isAccepted(code) else { continue }
            findings.report(.unknownCountry(code), at: \.production.carbonPrices, index, \.country, fix: .country(code))
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownCountry(_ code: String) -> Self { "\(code) is not a country code of ISO 3166-1" }
}
