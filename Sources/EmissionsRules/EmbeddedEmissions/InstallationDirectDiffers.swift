import EmissionsDiagnostics
import EmissionsModel

enum InstallationDirectDiffers: Rule {
    static let about = RuleDescription(
        code: "EE-013", severity: .warning,
        title: "direct emissions of the installation are not quantity times emissions per unit",
        explanation: "The total is what the quantity of the good embodies.",
        remedy: "Calculate the total as the quantity times the specific direct emissions.",
        references: [.cbamManual("emissions of the installation")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("548 tonnes at 23.5") {
            ($0.production.produced.netMass, $0.production.produced.unit) = (548, .tonne)
            $0.embeddedEmissions.direct.specific = ExactDecimal("23.5")
            $0.production.reported.direct = 12878
        },
        .accepts("rounded to whole tonnes") {
            ($0.production.produced.netMass, $0.production.produced.unit) = (1500, .kilogram)
            $0.embeddedEmissions.direct.specific = ExactDecimal("1.75")
            $0.production.reported.direct = 3
        },
        .rejects("kilograms taken as tonnes", at: \.production.reported.direct) {
            ($0.production.produced.netMass, $0.production.produced.unit) = (2000, .kilogram)
            $0.embeddedEmissions.direct.specific = 15
            $0.production.reported.direct = 30000
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let production = footprint.production, direct = footprint.embeddedEmissions.direct
        guard let total = production.reported.direct, let specific = direct.specific,
            let quantity = production.produced.figure
        else { return .notApplicable }
        // Quantities are in kilograms or kilowatt hours here, and emissions per tonne or megawatt hour.
        let product = quantity * RoundedFigure(specific, direct.unit).shifted(by: -3)
        let stated = RoundedFigure(total, production.reported.unit)
        switch stated.compared(with: product) {
        case .agrees: break
        case .differs: findings.report(.differs(total, product.shifted(by: -3)), at: \.production.reported.direct)
        case .tooLong: findings.reportUnchecked("direct emissions", at: \.production.reported.direct)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ total: ExactDecimal, _ product: RoundedFigure) -> Self {
        "direct emissions of the installation are \(total), but quantity times emissions per unit is \(product.written) tonnes"
    }
}
