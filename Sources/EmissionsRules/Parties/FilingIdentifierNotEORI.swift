import EmissionsDiagnostics
import EmissionsModel

enum FilingIdentifierNotEORI: Rule {
    static let about = RuleDescription(
        code: "PTY-003", severity: .warning, title: "identification number in the filing is not an EORI number",
        explanation: """
            Customs systems find companies by their EORI number: the code of a country and up to 15 letters and
            digits.
            """,
        remedy: "Use the number under which the company is registered with customs, for example DE123456789012345.",
        references: [.cbamTransitional("Annex I"), Reference("Regulation (EU) 2015/2446", "Annex 12-01")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("an EORI number") { $0.declarant.identifier = "GR293847584930295" },
        .rejects("no country", at: \.declarant.identifier) { $0.declarant.identifier = "293847584930295" },
        .rejects("too long", at: \.importer.identifier) { $0.importer.identifier = "GR29384758493029512" },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        guard
            header.declarant.identifier != nil || header.importer.identifier != nil
                || header.representative.identifier != nil
        else { return .notApplicable }
        if let number = header.declarant.identifier, !number.isEORI {
            findings.report("\(number) is not an EORI number", at: \.declarant.identifier)
        }
        if let number = header.importer.identifier, !number.isEORI {
            findings.report("\(number) is not an EORI number", at: \.importer.identifier)
        }
        if let number = header.representative.identifier, !number.isEORI {
            findings.report("\(number) is not an EORI number", at: \.representative.identifier)
        }
        return .checked
    }
}
