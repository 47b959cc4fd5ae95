import EmissionsDiagnostics
import EmissionsModel

enum GoodPartiesMissing: Rule {
    static let about = RuleDescription(
        code: "PTY-005", title: "good does not say for whom it was imported",
        explanation: """
            A declarant who is importer of some goods and representative for others has to say which, good by
            good.
            """,
        remedy: "State the importer or the representative with each good.",
        references: [.cbamManual("declarant's role"), .cbamTransitional("Annex I")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("one role for all goods", in: { $0.header.declarant.role = .importer }) { _ in },
        .accepts("both roles, and an importer", in: { $0.header.declarant.role = .both }) {
            $0.importer.identifier = "GR293847584930295"
        },
        .rejects("both roles, and nobody", at: \.importer, in: { $0.header.declarant.role = .both }) { _ in },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard context.header.declarant.role == .both else { return .notApplicable }
        if good.importer.isNameless, good.representative.isNameless {
            findings.report(
                "declarant has both roles, but the good names neither importer nor representative", at: \.importer)
        }
        return .checked
    }
}
