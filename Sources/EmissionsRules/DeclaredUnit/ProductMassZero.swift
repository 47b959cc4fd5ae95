import EmissionsDiagnostics
import EmissionsModel

enum ProductMassZero: Rule {
    static let about = RuleDescription(
        code: "DU-006", severity: .warning, title: "product that is counted or measured weighs nothing",
        explanation: """
            Pieces, liters and square meters of a product have a mass. Buyers need it to convert the footprint
            into the unit they buy in; zero usually stands for "not known".
            """,
        remedy: "State the mass of the declared amount in kilograms, or leave it out where it isn't known.",
        references: [.pact3("productMassPerDeclaredUnit")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a piece of 25 grams") {
            ($0.declaredUnit.unit, $0.declaredUnit.mass) = (.piece, ExactDecimal("0.025"))
        },
        .accepts("an hour of service") { ($0.declaredUnit.unit, $0.declaredUnit.mass) = (.hour, 0) },
        .rejects("a piece of nothing", at: \.declaredUnit.mass) {
            ($0.declaredUnit.unit, $0.declaredUnit.mass) = (.piece, 0)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let mass = footprint.declaredUnit.mass, let unit = footprint.declaredUnit.unit else {
            return .notApplicable
        }
        switch unit {
        case .piece, .liter, .cubicMeter, .squareMeter:
            if mass.isZero { findings.report(.weighsNothing(unit), at: \.declaredUnit.mass) }
        default: return .notApplicable
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func weighsNothing(_ unit: UnitOfMeasure) -> Self {
        "product mass is 0 kg, but the declared unit is a \(unit.rawValue)"
    }
}
