import EmissionsDiagnostics
import EmissionsModel

enum ImporterMissing: Rule {
    static let about = RuleDescription(
        code: "PTY-008", severity: .warning, title: "representative files for an importer who is not named",
        explanation: "The importer is liable for what the representative files.",
        remedy: "State the importer in the header.",
        references: [.cbamManual("declarant's role"), .cbam("Article 32")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("an importer") {
            ($0.declarant.role, $0.importer.identifier) = (.representative, "GR293847584930295")
        },
        .rejects("none", at: \.importer) { $0.declarant.role = .representative },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        guard header.declarant.role == .representative else { return .notApplicable }
        if header.importer.isNameless {
            findings.report("declarant is a representative, but the importer is not named", at: \.importer)
        }
        return .checked
    }
}
