import EmissionsDiagnostics
import EmissionsModel

enum ProductMassContradictsUnit: Rule {
    static let about = RuleDescription(
        code: "DU-004", severity: .warning, title: "product mass contradicts the declared unit",
        explanation: """
            Where the declared unit is a unit of mass, the mass of the product follows from it. Energy,
            transport, time and data have no mass. Buyers use the mass to convert the footprint into the unit
            they buy in, so a wrong one makes a wrong footprint.
            """,
        remedy: "State the mass of the declared amount in kilograms, without packaging; 0 for energy and services.",
        references: [.pact3("productMassPerDeclaredUnit"), .pact2("productMassPerDeclaredUnit")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("12 kilograms that weigh 12 kilograms") {
            ($0.declaredUnit.amount, $0.declaredUnit.unit, $0.declaredUnit.mass) = (12, .kilogram, 12)
            $0.declaredUnit.basis = .declaredAmount
        },
        .accepts("figures for one kilogram") {
            ($0.declaredUnit.amount, $0.declaredUnit.unit, $0.declaredUnit.mass) = (12, .kilogram, 1)
            $0.declaredUnit.basis = .oneUnit
        },
        .accepts("a liter may weigh anything") {
            ($0.declaredUnit.amount, $0.declaredUnit.unit) = (1, .liter)
            $0.declaredUnit.mass = ExactDecimal("0.789")
        },
        .rejects("12 kilograms that weigh one", at: \.declaredUnit.mass) {
            ($0.declaredUnit.amount, $0.declaredUnit.unit, $0.declaredUnit.mass) = (12, .kilogram, 1)
            $0.declaredUnit.basis = .declaredAmount
        },
        .rejects("energy that weighs something", at: \.declaredUnit.mass) {
            ($0.declaredUnit.unit, $0.declaredUnit.mass) = (.kilowattHour, 1)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let declared = footprint.declaredUnit
        guard let mass = declared.mass, let unit = declared.unit else { return .notApplicable }
        switch unit {
        case .kilogram, .tonne:
            guard let basis = declared.basis, let amount = basis == .oneUnit ? 1 : declared.amount else {
                return .notApplicable
            }
            guard let kilograms = amount.shifted(by: unit.base.powerOfTen) else {
                findings.reportUnchecked("product mass", at: \.declaredUnit.mass)
                return .checked
            }
            if !mass.equals(kilograms) { findings.report(.differs(mass, kilograms), at: \.declaredUnit.mass) }
        case .kilowattHour, .megawattHour, .megajoule, .tonneKilometer, .hour, .megabitSecond:
            if !mass.isZero { findings.report(.massless(unit, mass), at: \.declaredUnit.mass) }
        case .liter, .cubicMeter, .squareMeter, .meter, .piece:
            return .notApplicable
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ mass: ExactDecimal, _ kilograms: ExactDecimal) -> Self {
        "product mass is \(mass) kg, but the declared unit weighs \(kilograms) kg"
    }
    fileprivate static func massless(_ unit: UnitOfMeasure, _ mass: ExactDecimal) -> Self {
        "product mass is \(mass) kg, but a \(unit.rawValue) weighs nothing"
    }
}
