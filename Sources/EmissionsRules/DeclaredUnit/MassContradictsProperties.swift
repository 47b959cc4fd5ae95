import EmissionsDiagnostics
import EmissionsModel

enum MassContradictsProperties: Rule {
    static let about = RuleDescription(
        code: "DU-010", severity: .warning,
        title: "mass of the declared unit contradicts the properties of the product",
        explanation: """
            Gross density times volume, grammage times area or weight per piece is the mass. Where it is not,
            figures per kilogram come out differently by each way. Roundings are allowed for, and besides 2
            percent of the mass.
            """,
        remedy: "Check which of them is right: mass, amount, or property.",
        references: [.en15804A2("6.3.3"), .inData("MatML properties")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("density times volume") {
            ($0.declaredUnit.amount, $0.declaredUnit.unit, $0.declaredUnit.mass) = (1, .cubicMeter, 2400)
            $0.declaration.materialProperties = [.init("gross density", "2400", "kg/m^3")]
        },
        .rejects("a thousandth of it", at: \.declaredUnit.mass) {
            ($0.declaredUnit.amount, $0.declaredUnit.unit) = (1, .cubicMeter)
            $0.declaredUnit.mass = ExactDecimal("2.4")
            $0.declaration.materialProperties = [.init("gross density", "2400", "kg/m^3")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let declared = footprint.declaredUnit
        guard let mass = declared.mass, let unit = declared.unit, let weight = footprint.declaration.mass(of: unit),
            let amount = declared.basis == .oneUnit ? 1 : declared.amount
        else { return .notApplicable }
        let expected = weight.kilograms * RoundedFigure(exactly: amount)
        switch expected.compared(with: RoundedFigure(mass)) {
        case .agrees: break
        case .differs:
            guard let difference = expected.difference(from: mass),
                let allowance = mass.magnitude.multiplied(by: StatedSum.allowed)
            else {
                findings.reportUnchecked("mass of the declared unit", at: \.declaredUnit.mass)
                break
            }
            if difference > allowance {
                findings.report(.contradicts(mass, expected, weight.by), at: \.declaredUnit.mass)
            }
        case .tooLong: findings.reportUnchecked("mass of the declared unit", at: \.declaredUnit.mass)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func contradicts(
        _ mass: ExactDecimal, _ expected: RoundedFigure, _ properties: [ConversionProperty]
    ) -> Self {
        "mass of the declared unit is \(mass) kg, but by \(properties.map(\.rawValue).inWords) it is \(expected.written) kg"
    }
}
