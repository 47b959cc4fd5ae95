import EmissionsDiagnostics
import EmissionsModel

enum FilingPartiesNeedless: Rule {
    static let about = RuleDescription(
        code: "PTY-007", severity: .warning, title: "filing names an importer though the declarant has both roles",
        explanation: """
            Where the declarant is importer of some goods and representative for others, each good names its
            own, and what the header says is not used.
            """,
        remedy: "State importer and representative with each good.",
        references: [.cbamManual("declarant's role")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("a representative for all goods") {
            ($0.declarant.role, $0.importer.identifier) = (.representative, "GR293847584930295")
        },
        .accepts("both roles, and nobody for all goods") { $0.declarant.role = .both },
        .rejects("both roles, and one importer", at: \.importer) {
            ($0.declarant.role, $0.importer.identifier) = (.both, "GR293847584930295")
        },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        guard header.declarant.role == .both else { return .notApplicable }
        if !header.importer.isNameless {
            findings.report("declarant has both roles, but the filing names one importer", at: \.importer)
        }
        if !header.representative.isNameless {
            findings.report("declarant has both roles, but the filing names one representative", at: \.representative)
        }
        return .checked
    }
}
