import EmissionsDiagnostics
import EmissionsModel

enum DeclarantRoleMissing: Rule {
    static let about = RuleDescription(
        code: "PTY-002", title: "role of the declarant is missing",
        explanation: "The role decides whether importer and representative stand in the header or with each good.",
        remedy: "Say whether the declarant is importer, representative, or both.",
        references: [.cbamTransitional("Annex I"), .cbamManual("declarant's role")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("an importer") { $0.declarant.role = .importer },
        .rejects("none", at: \.declarant.role) { _ in },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        if header.declarant.role == nil {
            findings.report("role of the declarant is missing", at: \.declarant.role)
        }
        return .checked
    }
}
