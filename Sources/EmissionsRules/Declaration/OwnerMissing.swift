import EmissionsDiagnostics
import EmissionsModel

enum OwnerMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-001", title: "owner of the declaration is not named",
        explanation: "The owner answers for the declaration. A name without one stands behind nothing.",
        remedy: "Name the manufacturer or association that owns the declaration.",
        references: [
            .en15804A2("7.1 a"), .en15804A1("7.1"), .iso14025("7.2.1"), .inData("referenceToOwnershipOfDataSet"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("an owner") { $0.declaration.parties.owner = .init("Example Brickworks") },
        .accepts("the company whose footprint it is") { $0.company.name = "Example Brickworks" },
        .rejects("nobody", at: \.declaration.parties.owner) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.parties.owner.isEmpty, footprint.company.name?.isEmpty ?? true {
            findings.report("owner of the declaration is not named", at: \.declaration.parties.owner)
        }
        return .checked
    }
}
