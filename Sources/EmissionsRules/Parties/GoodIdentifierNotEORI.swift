import EmissionsDiagnostics
import EmissionsModel

enum GoodIdentifierNotEORI: Rule {
    static let about = RuleDescription(
        code: "PTY-004", severity: .warning,
        title: "identification number of a good's importer or representative is not an EORI number",
        explanation: """
            Customs systems find companies by their EORI number: the code of a country and up to 15 letters and
            digits.
            """,
        remedy: "Use the number under which the company is registered with customs, for example DE123456789012345.",
        references: [.cbamTransitional("Annex I"), Reference("Regulation (EU) 2015/2446", "Annex 12-01")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("an EORI number") { $0.importer.identifier = "GR293847584930295" },
        .rejects("a name", at: \.importer.identifier) { $0.importer.identifier = "Example Import GmbH" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard good.importer.identifier != nil || good.representative.identifier != nil else { return .notApplicable }
        if let number = good.importer.identifier, !number.isEORI {
            findings.report("\(number) is not an EORI number", at: \.importer.identifier)
        }
        if let number = good.representative.identifier, !number.isEORI {
            findings.report("\(number) is not an EORI number", at: \.representative.identifier)
        }
        return .checked
    }
}
