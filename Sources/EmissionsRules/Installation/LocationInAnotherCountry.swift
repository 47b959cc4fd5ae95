import EmissionsDiagnostics
import EmissionsModel

enum LocationInAnotherCountry: Rule {
    static let about = RuleDescription(
        code: "INS-004", severity: .warning, title: "UN/LOCODE is in another country than the installation",
        explanation: "The first two letters of a location code are its country.",
        remedy: "Correct the location code or the address of the installation.",
        references: [Reference("UN/CEFACT Recommendation 16", "UN/LOCODE")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the same country") {
            ($0.production.installation.unLocode, $0.production.installation.address.country) = ("TRIST", "TR")
        },
        .rejects("another country", at: \.production.installation.unLocode) {
            ($0.production.installation.unLocode, $0.production.installation.address.country) = ("TRIST", "GE")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let code = footprint.production.installation.unLocode,
            let country = footprint.production.installation.address.country, country.utf8.count == 2
        else { return .notApplicable }
        if !code.hasPrefix(country) {
            findings.report(
                "UN/LOCODE is \(code), but the installation is in \(country)", at: \.production.installation.unLocode)
        }
        return .checked
    }
}
