import EmissionsDiagnostics
import EmissionsModel

enum ComponentsDoNotSum: Rule {
    static let about = RuleDescription(
        code: "FIG-005", severity: .note, title: "components do not add up to the total",
        explanation: """
            The total without uptake should be the sum of what is stated for fossil, land-use and biogenic
            emissions and removals. PACT's own examples differ on what is counted twice, so this is for
            information only.
            """,
        remedy: "Check the components against the total where the difference surprises you.",
        references: [.pact3("pcfExcludingBiogenicUptake")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("fossil and land-use change") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            ($0.figures.fossil, $0.landUse.landUseChange) = (.kilograms("2.5"), .kilograms("0.13"))
        },
        .accepts("no fossil emissions: nothing to add to") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            $0.landUse.landUseChange = .kilograms("0.13")
        },
        .rejects("half is missing", at: \.figures.excludingBiogenicUptake) {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            ($0.figures.fossil, $0.landUse.landUseChange) = (.kilograms("1.2"), .kilograms("0.13"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let total = footprint.figures.excludingBiogenicUptake, let fossil = footprint.figures.fossil
        else { return .notApplicable }
        var sum = RoundedFigure(fossil)
        if let part = footprint.landUse.biogenicNonCO2 { sum = sum + RoundedFigure(part) }
        if let part = footprint.landUse.landUseChange { sum = sum + RoundedFigure(part) }
        if let part = footprint.landUse.landCarbonLeakage { sum = sum + RoundedFigure(part) }
        if let part = footprint.landUse.landManagementBiogenicCO2 { sum = sum + RoundedFigure(part) }
        if let part = footprint.landUse.landManagementRemovals { sum = sum + RoundedFigure(part) }
        if let part = footprint.carbonCapture.removals { sum = sum + RoundedFigure(part) }
        switch RoundedFigure(total).compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.doNotSum(total, sum), at: \.figures.excludingBiogenicUptake)
        case .tooLong: findings.reportUnchecked("sum of components", at: \.figures.excludingBiogenicUptake)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func doNotSum(_ total: Emissions, _ sum: RoundedFigure) -> Self {
        "total without biogenic uptake is \(total), but its components come to \(sum.written) kg CO2e"
    }
}
