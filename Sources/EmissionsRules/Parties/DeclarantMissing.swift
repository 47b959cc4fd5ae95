import EmissionsDiagnostics
import EmissionsModel

enum DeclarantMissing: Rule {
    static let about = RuleDescription(
        code: "PTY-001", title: "declarant is not identified",
        explanation: "The authority has to know who files.",
        remedy: "State the EORI number and the name of the declarant.",
        references: [.cbamTransitional("Annex I")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("number and name") {
            ($0.declarant.identifier, $0.declarant.name) = ("DE123456789012345", "Example Import GmbH")
        },
        .rejects("no number", at: \.declarant.identifier) { $0.declarant.name = "Example Import GmbH" },
        .rejects("no name", at: \.declarant.name) { $0.declarant.identifier = "DE123456789012345" },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        if header.declarant.identifier?.isEmpty ?? true {
            findings.report("declarant has no identification number", at: \.declarant.identifier)
        }
        if header.declarant.name?.isEmpty ?? true {
            findings.report("declarant is not named", at: \.declarant.name)
        }
        return .checked
    }
}
