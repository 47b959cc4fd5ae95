import EmissionsDiagnostics
import EmissionsModel

enum InstallationIndirectDiffers: Rule {
    static let about = RuleDescription(
        code: "EE-014", severity: .warning,
        title: "indirect emissions of the installation are not quantity times emissions per unit",
        explanation: "The total is what the quantity of the good embodies.",
        remedy: "Calculate the total as the quantity times the specific indirect emissions.",
        references: [.cbamManual("emissions of the installation")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("548 tonnes at 1") {
            ($0.production.produced.netMass, $0.production.produced.unit) = (548, .tonne)
            $0.embeddedEmissions.indirect.specific = 1
            $0.production.reported.indirect = 548
        },
        .rejects("an older quantity", at: \.production.reported.indirect) {
            ($0.production.produced.netMass, $0.production.produced.unit) = (548, .tonne)
            $0.embeddedEmissions.indirect.specific = ExactDecimal("1.00")
            $0.production.reported.indirect = 600
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let production = footprint.production, indirect = footprint.embeddedEmissions.indirect
        guard let total = production.reported.indirect, let specific = indirect.specific,
            let quantity = production.produced.figure
        else { return .notApplicable }
        // Quantities are in kilograms or kilowatt hours here, and emissions per tonne or megawatt hour.
        let product = quantity * RoundedFigure(specific, indirect.unit).shifted(by: -3)
        let stated = RoundedFigure(total, production.reported.unit)
        switch stated.compared(with: product) {
        case .agrees: break
        case .differs: findings.report(.differs(total, product.shifted(by: -3)), at: \.production.reported.indirect)
        case .tooLong: findings.reportUnchecked("indirect emissions", at: \.production.reported.indirect)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ total: ExactDecimal, _ product: RoundedFigure) -> Self {
        "indirect emissions of the installation are \(total), but quantity times emissions per unit is \(product.written) tonnes"
    }
}
