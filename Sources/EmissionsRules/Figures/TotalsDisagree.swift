import EmissionsDiagnostics
import EmissionsModel

enum TotalsDisagree: Rule {
    static let about = RuleDescription(
        code: "FIG-004", severity: .warning,
        title: "totals with and without biogenic uptake differ by something else than the uptake",
        explanation: """
            The total with uptake is the total without it plus the uptake, which is negative. Where the three
            figures do not fit, one of them is wrong, and a buyer does not know which.
            """,
        remedy: "Calculate the total with uptake as the sum of the other two.",
        references: [.pact3("pcfIncludingBiogenicUptake, biogenicCO2Uptake"), .iso14067("6.4.9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the difference is the uptake") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            $0.figures.includingBiogenicUptake = .kilograms("1.02")
            $0.landUse.biogenicUptake = .kilograms("-1.61")
        },
        .accepts("rounded to two decimals") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            $0.figures.includingBiogenicUptake = .kilograms("1.02")
            $0.landUse.biogenicUptake = .kilograms("-1.61333")
        },
        .accepts("no uptake: nothing to compare with") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            $0.figures.includingBiogenicUptake = .kilograms("1.02")
        },
        .rejects("the uptake was subtracted from both", at: \.figures.includingBiogenicUptake) {
            $0.figures.excludingBiogenicUptake = .kilograms("1.02")
            $0.figures.includingBiogenicUptake = .kilograms("1.02")
            $0.landUse.biogenicUptake = .kilograms("-1.61")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let excluding = footprint.figures.excludingBiogenicUptake,
            let including = footprint.figures.includingBiogenicUptake, let uptake = footprint.landUse.biogenicUptake
        else { return .notApplicable }
        let sum = RoundedFigure(excluding) + RoundedFigure(uptake)
        switch RoundedFigure(including).compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.disagree(including, sum), at: \.figures.includingBiogenicUptake)
        case .tooLong:
            findings.reportUnchecked("total with biogenic uptake", at: \.figures.includingBiogenicUptake)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func disagree(_ including: Emissions, _ sum: RoundedFigure) -> Self {
        "total with biogenic uptake is \(including), but total and uptake come to \(sum.written) kg CO2e"
    }
}
