import EmissionsDiagnostics
import EmissionsModel

enum ProductMassNegative: Rule {
    static let about = RuleDescription(
        code: "DU-005", title: "product mass is negative",
        explanation: "Nothing weighs less than nothing.",
        remedy: "State the mass of the product in kilograms, without packaging.",
        references: [.pact3("productMassPerDeclaredUnit"), .pact2("productMassPerDeclaredUnit")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("half a kilogram") { $0.declaredUnit.mass = ExactDecimal("0.5") },
        .accepts("no mass, for a service") { $0.declaredUnit.mass = 0 },
        .rejects("less than nothing", at: \.declaredUnit.mass) { $0.declaredUnit.mass = -1 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let mass = footprint.declaredUnit.mass else { return .notApplicable }
        if mass.isNegative {
            findings.report("product mass is \(mass) kg, must not be negative", at: \.declaredUnit.mass)
        }
        return .checked
    }
}
