import EmissionsDiagnostics
import EmissionsModel

enum ProgramOperatorMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-002", severity: .warning, title: "programme operator is not named",
        explanation: """
            A declaration is one by the rules of a programme, which registers and publishes it. Without it,
            nobody can look it up.
            """,
        remedy: "Name the operator of the programme, such as a national EPD programme.",
        references: [
            .en15804A2("7.1 e"), .iso14025("7.2.1"), .inData("referenceToRegistrationAuthority, referenceToPublisher"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("an operator") { $0.declaration.parties.programOperator = .init("Example EPD programme") },
        .accepts("who publishes it") { $0.declaration.parties.publishers = [.init("Example EPD programme")] },
        .accepts("generic data, which is no declaration") { $0.declaration.kind = .generic },
        .rejects("none", at: \.declaration.parties.programOperator) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isBackgroundData else { return .notApplicable }
        let parties = footprint.declaration.parties
        if parties.programOperator.isEmpty, parties.publishers.allSatisfy(\.isEmpty) {
            findings.report("programme operator is not named", at: \.declaration.parties.programOperator)
        }
        return .checked
    }
}
