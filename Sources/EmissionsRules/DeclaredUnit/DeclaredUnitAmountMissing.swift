import EmissionsDiagnostics
import EmissionsModel

enum DeclaredUnitAmountMissing: Rule {
    static let about = RuleDescription(
        code: "DU-003", severity: .warning, title: "declared unit amount is missing",
        explanation: """
            Figures for one liter and for a drum of 12 liters differ by a factor of 12. Without the amount, a
            reader has to guess which of the two was meant.
            """,
        remedy: "State the amount of product in the declared unit, even when it is 1.",
        references: [.iso14067("6.3.3"), .pact3("declaredUnitAmount"), .pact2("unitaryProductAmount")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one kilogram") { ($0.declaredUnit.amount, $0.declaredUnit.unit) = (1, .kilogram) },
        .accepts("a flow that has it, in a data set that is not at hand") {
            $0.declaration.referenceFlow.flow = EmissionsModel.Reference("Gypsum board")
        },
        .accepts("an imported good, whose figures are per tonne", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("kilograms, but how many", at: \.declaredUnit.amount) { $0.declaredUnit.unit = .kilogram },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.hasUnitElsewhere else { return .notApplicable }
        if footprint.declaredUnit.amount == nil {
            findings.report("declared unit amount is missing", at: \.declaredUnit.amount)
        }
        return .checked
    }
}
