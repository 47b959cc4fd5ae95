import EmissionsDiagnostics
import EmissionsModel

enum GoodPartiesNeedless: Rule {
    static let about = RuleDescription(
        code: "PTY-006", severity: .warning,
        title: "good names an importer though the declarant has one role for all goods",
        explanation: """
            Where the declarant is importer of all goods, or representative for all, the header says so for all
            of them, and what a good says is not used.
            """,
        remedy: "State the parties in the header, or choose the role for some goods of each kind.",
        references: [.cbamManual("declarant's role")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("both roles, and an importer", in: { $0.header.declarant.role = .both }) {
            $0.importer.identifier = "GR293847584930295"
        },
        .accepts("one role, and a good that names nobody", in: { $0.header.declarant.role = .representative }) { _ in },
        .rejects("one role, and an importer", at: \.importer, in: { $0.header.declarant.role = .representative }) {
            $0.importer.identifier = "GR293847584930295"
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let role = context.header.declarant.role, role != .both else { return .notApplicable }
        if !good.importer.isNameless {
            findings.report(
                "declarant is \(role.rawValue) for all goods, but the good names an importer", at: \.importer)
        }
        if !good.representative.isNameless {
            findings.report(
                "declarant is \(role.rawValue) for all goods, but the good names a representative", at: \.representative
            )
        }
        return .checked
    }
}
