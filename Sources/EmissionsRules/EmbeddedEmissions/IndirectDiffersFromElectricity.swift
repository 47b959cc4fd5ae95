import EmissionsDiagnostics
import EmissionsModel

enum IndirectDiffersFromElectricity: Rule {
    static let about = RuleDescription(
        code: "EE-012", severity: .warning, title: "indirect emissions are not electricity times its emission factor",
        explanation: "Indirect emissions are those of the electricity that went into a tonne of the good.",
        remedy: "Calculate them as megawatt hours per tonne times tonnes of CO₂ per megawatt hour.",
        references: [.cbamTransitional("Annex III, section D"), .cbamManual("indirect emissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("15 MWh at 5.3 tonnes") {
            $0.embeddedEmissions.indirect.electricityConsumed = 15
            $0.embeddedEmissions.indirect.electricityFactor.amount = ExactDecimal("5.3")
            $0.embeddedEmissions.indirect.specific = ExactDecimal("79.5")
        },
        .rejects("the factor alone", at: \.embeddedEmissions.indirect.specific) {
            $0.embeddedEmissions.indirect.electricityConsumed = ExactDecimal("0.50")
            $0.embeddedEmissions.indirect.electricityFactor.amount = ExactDecimal("0.44")
            $0.embeddedEmissions.indirect.specific = ExactDecimal("0.44")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let indirect = footprint.embeddedEmissions.indirect
        guard let specific = indirect.specific, let consumed = indirect.electricityConsumed,
            let factor = indirect.electricityFactor.amount, indirect.unit != .kilogramsCO2e
        else { return .notApplicable }
        let product = RoundedFigure(consumed) * RoundedFigure(factor)
        switch RoundedFigure(specific).compared(with: product) {
        case .agrees: break
        case .differs: findings.report(.differs(specific, product), at: \.embeddedEmissions.indirect.specific)
        case .tooLong: findings.reportUnchecked("indirect emissions", at: \.embeddedEmissions.indirect.specific)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ specific: ExactDecimal, _ product: RoundedFigure) -> Self {
        "indirect emissions are \(specific), but electricity times its factor is \(product.written)"
    }
}
