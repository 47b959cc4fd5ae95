import EmissionsDiagnostics
import EmissionsModel

enum GoodCountryUnknown: Rule {
    static let about = RuleDescription(
        code: "GEO-005", title: "country of origin, importer or representative does not exist",
        explanation: "The country of origin decides whether the mechanism applies and which default values do.",
        remedy: "Use the country's code of two capital letters from ISO 3166-1, for example IN.",
        references: [Reference("ISO 3166-1", "alpha-2 codes"), .cbamTransitional("Annex I")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("India") { $0.originCountry = "IN" },
        .accepts("Kosovo, by a code of the Commission: another rule notes it") { $0.originCountry = "XK" },
        .rejects("a code that nobody assigned", at: \.originCountry) { $0.originCountry = "ZZ" },
        .rejects("an importer nowhere", at: \.importer.address.country) { $0.importer.address.country = "UK" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard
            good.originCountry != nil || good.importer.address.country != nil
                || good.representative.address.country != nil
        else { return .notApplicable }
        if let code = good.originCountry, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.originCountry, fix: .country(code))
        }
        if let code = good.importer.address.country, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.importer.address.country, fix: .country(code))
        }
        if let code = good.representative.address.country, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.representative.address.country, fix: .country(code))
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownCountry(_ code: String) -> Self { "\(code) is not a country code of ISO 3166-1" }
}
