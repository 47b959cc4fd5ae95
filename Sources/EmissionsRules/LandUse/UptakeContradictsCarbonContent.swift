import EmissionsDiagnostics
import EmissionsModel

enum UptakeContradictsCarbonContent: Rule {
    static let about = RuleDescription(
        code: "LU-003", severity: .note, title: "biogenic uptake does not fit the biogenic carbon in the product",
        explanation: """
            Every kilogram of biogenic carbon in a product was taken up as 44/12 kilograms of carbon dioxide.
            Carbon where carbon dioxide is asked for is the usual reason for a difference.
            """,
        remedy: "Check that carbon content is in kilograms of carbon and uptake in kilograms of carbon dioxide.",
        references: [.pact3("biogenicCO2Uptake, biogenicCarbonContent"), .iso14067("6.4.9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("44/12 of the carbon") {
            ($0.carbonContent.biogenic, $0.landUse.biogenicUptake) = (ExactDecimal("0.44"), .kilograms("-1.61"))
        },
        .rejects("the carbon itself", at: \.landUse.biogenicUptake) {
            ($0.carbonContent.biogenic, $0.landUse.biogenicUptake) = (ExactDecimal("0.44"), .kilograms("-0.44"))
        },
        .rejects("uptake for nothing", at: \.landUse.biogenicUptake) {
            ($0.carbonContent.biogenic, $0.landUse.biogenicUptake) = (0, .kilograms("-1.61"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let carbon = footprint.carbonContent.biogenic, !carbon.isNegative,
            let uptake = footprint.landUse.biogenicUptake, !uptake.amount.isPositive
        else { return .notApplicable }
        // 12 × uptake + 44 × carbon = 0, without dividing.
        let balance = RoundedFigure(uptake) * .twelve + RoundedFigure(carbon) * .fortyFour
        switch balance.compared(with: .nothing) {
        case .agrees: break
        case .differs: findings.report(.doesNotFit(uptake, carbon), at: \.landUse.biogenicUptake)
        case .tooLong: findings.reportUnchecked("biogenic uptake", at: \.landUse.biogenicUptake)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func doesNotFit(_ uptake: Emissions, _ carbon: ExactDecimal) -> Self {
        "biogenic uptake is \(uptake), which does not fit \(carbon) kg of biogenic carbon in the product"
    }
}

/// Molar masses of carbon dioxide and carbon, as the standards round them.
extension RoundedFigure {
    fileprivate static let nothing = RoundedFigure(0)
    fileprivate static let twelve = RoundedFigure(exactly: 12)
    fileprivate static let fortyFour = RoundedFigure(exactly: 44)
}
