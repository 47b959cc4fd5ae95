import EmissionsDiagnostics
import EmissionsModel

enum MassConversionMissing: Rule {
    static let about = RuleDescription(
        code: "DU-009", severity: .warning, title: "nothing converts the declared unit to mass",
        explanation: """
            EN 15804+A2 asks for the mass of what is declared, so that transport and end of life can be
            calculated and products compared.
            """,
        remedy: "State the mass of the declared unit, or the property that gives it, such as the gross density.",
        references: [.en15804A2("6.3.3"), .inData("conversion factor to 1 kg")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("kilograms") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12"])
            $0.declaredUnit.unit = .kilogram
        },
        .accepts("square meters with their grammage") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12"])
            $0.declaredUnit.unit = .squareMeter
            $0.declaration.materialProperties = [.init("grammage", "12.5", "kg/m^2")]
        },
        .rejects("square meters, and nothing else", at: \.declaredUnit.mass) {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12"])
            $0.declaredUnit.unit = .squareMeter
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard context.edition == .a2, let unit = footprint.declaredUnit.unit else { return .notApplicable }
        switch unit {
        case .cubicMeter, .squareMeter, .meter, .piece, .liter: break
        default: return .checked
        }
        let declaration = footprint.declaration
        if footprint.declaredUnit.mass == nil, declaration.mass(of: unit) == nil,
            declaration.value(of: .massFactor) == nil,
            declaration.value(of: .bulkDensity) == nil
        {
            findings.report("nothing says what the declared \(unit.rawValue) weighs", at: \.declaredUnit.mass)
        }
        return .checked
    }
}
