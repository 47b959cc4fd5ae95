import EmissionsDiagnostics
import EmissionsModel

enum DeclaredUnitMissing: Rule {
    static let about = RuleDescription(
        code: "DU-001", severity: .warning, title: "declared unit is missing",
        explanation: "Emissions are stated per declared unit. Without it nobody can tell what the figures are for.",
        remedy: "Say in which unit the product is counted, for example in kilograms or pieces.",
        references: [
            .iso14067("6.3.3"), .ghgProtocol("chapter 6"), .pact3("declaredUnitOfMeasurement"), .pact2("declaredUnit"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("kilograms") { $0.declaredUnit.unit = .kilogram },
        .accepts("a unit that is not one of ours") { $0.declaredUnit.otherUnit = "bag" },
        .accepts("a flow that has it, in a data set that is not at hand") {
            $0.declaration.referenceFlow.flow = EmissionsModel.Reference("Gypsum board")
        },
        .accepts("an imported good, which the customs tariff measures", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("an amount of nobody knows what", at: \.declaredUnit.unit) { $0.declaredUnit.amount = 12 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.hasUnitElsewhere else { return .notApplicable }
        if footprint.declaredUnit.unit == nil, footprint.declaredUnit.otherUnit == nil {
            findings.report("declared unit is missing", at: \.declaredUnit.unit)
        }
        return .checked
    }
}
