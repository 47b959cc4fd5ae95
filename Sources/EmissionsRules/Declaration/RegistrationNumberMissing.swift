import EmissionsDiagnostics
import EmissionsModel

enum RegistrationNumberMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-003", severity: .warning, title: "registration number is missing",
        explanation: """
            Programmes, tools and tenders refer to a declaration by the number under which it is registered.
            """,
        remedy: "State the number that the programme gave the declaration.",
        references: [.iso14025("7.2.1"), .inData("registrationNumber"), .en15804A2("7.1 e")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a number") { $0.declaration.registrationNumber = "EPD-EXA-20240001" },
        .rejects("none", at: \.declaration.registrationNumber) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isBackgroundData else { return .notApplicable }
        if footprint.declaration.registrationNumber?.isEmpty ?? true {
            findings.report("registration number is missing", at: \.declaration.registrationNumber)
        }
        return .checked
    }
}
