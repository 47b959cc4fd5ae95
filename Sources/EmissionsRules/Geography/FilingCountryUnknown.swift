import EmissionsDiagnostics
import EmissionsModel

enum FilingCountryUnknown: Rule {
    static let about = RuleDescription(
        code: "GEO-006", title: "country of a party to the filing does not exist",
        explanation: """
            The addresses of declarant, importer and representative are part of the filing that authorities
            check.
            """,
        remedy: "Use the country's code of two capital letters from ISO 3166-1, for example BE.",
        references: [Reference("ISO 3166-1", "alpha-2 codes"), .cbamTransitional("Annex I")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("Belgium") { $0.declarant.address.country = "BE" },
        .rejects("a name", at: \.importer.address.country) { $0.importer.address.country = "Belgium" },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        guard
            header.declarant.address.country != nil || header.importer.address.country != nil
                || header.representative.address.country != nil
        else { return .notApplicable }
        if let code = header.declarant.address.country, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.declarant.address.country, fix: .country(code))
        }
        if let code = header.importer.address.country, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.importer.address.country, fix: .country(code))
        }
        if let code = header.representative.address.country, !Countries.isAccepted(code) {
            findings.report(.unknownCountry(code), at: \.representative.address.country, fix: .country(code))
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownCountry(_ code: String) -> Self { "\(code) is not a country code of ISO 3166-1" }
}
