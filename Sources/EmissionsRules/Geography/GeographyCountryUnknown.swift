import EmissionsDiagnostics
import EmissionsModel

enum GeographyCountryUnknown: Rule {
    static let about = RuleDescription(
        code: "GEO-001", title: "country of the geography does not exist",
        explanation: """
            Buyers choose emission factors and compare suppliers by country. A code that ISO 3166-1 does not
            have means nothing to their systems; a common one is `UK`, which ISO writes `GB`.
            """,
        remedy: "Use the country's code of two capital letters from ISO 3166-1, for example GB.",
        references: [Reference("ISO 3166-1", "alpha-2 codes"), .pact("geographyCountry")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Germany") { $0.geography = .country("DE") },
        .accepts("a region, which is no country") { $0.geography = .region("Europe") },
        .rejects("the United Kingdom by its popular code", at: \.geography) { $0.geography = .country("UK") },
        .rejects("small letters", at: \.geography) { $0.geography = .country("de") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard case .country(let code) = footprint.geography else { return .notApplicable }
        if !Countries.assigned.contains(code) {
            findings.report("\(code) is not a country code of ISO 3166-1", at: \.geography, fix: .country(code))
        }
        return .checked
    }
}
