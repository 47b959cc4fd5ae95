import EmissionsDiagnostics
import EmissionsModel

enum DeclaredUnitAmountNotPositive: Rule {
    static let about = RuleDescription(
        code: "DU-002", title: "declared unit amount is zero or negative",
        explanation: """
            Emissions are stated per declared unit, so an amount of zero or less makes every figure meaningless.
            """,
        remedy: "State the amount of product in the unit of measure you chose, for example 12 for a 12-liter drum.",
        references: [.iso14067("6.3.3"), .pact3("declaredUnitAmount"), .pact2("unitaryProductAmount")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a whole amount") { $0.declaredUnit.amount = 12 },
        .accepts("no amount: another rule asks for it") { $0.declaredUnit.amount = nil },
        .rejects("nothing", at: \.declaredUnit.amount) { $0.declaredUnit.amount = 0 },
        .rejects("less than nothing", at: \.declaredUnit.amount) { $0.declaredUnit.amount = -1 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let amount = footprint.declaredUnit.amount else { return .notApplicable }
        if !amount.isPositive {
            findings.report("declared unit amount is \(amount), must be more than zero", at: \.declaredUnit.amount)
        }
        return .checked
    }
}
