import EmissionsDiagnostics
import EmissionsModel

enum ComponentsWithAircraftDoNotSum: Rule {
    static let about = RuleDescription(
        code: "FIG-010", severity: .warning, title: "components with aircraft do not add up to the total",
        explanation: """
            In Catena-X, as with Together for Sustainability, the total without uptake is the sum of fossil, biogenic
            non-CO2, land-use change, land management and aircraft emissions. PACT counts aircraft among the fossil
            emissions, so that a footprint can keep one of the two sums only.
            """,
        remedy: "State the total as the sum of its components, with aircraft apart from fossil emissions.",
        references: [.catenaX("pcfExcludingBiogenicUptake, position T2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("aircraft apart") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.65")
            ($0.figures.fossil, $0.figures.aircraft) = (.kilograms("2.50"), .kilograms("0.02"))
            $0.landUse.landUseChange = .kilograms("0.13")
        },
        .accepts("no fossil emissions: nothing to add to") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
        },
        .accepts("numbers that lost their last zeros") {
            $0.figures.excludingBiogenicUptake = .kilograms("3.01")
            ($0.figures.fossil, $0.figures.aircraft) = (.kilograms("2.9"), .kilograms("0.1"))
        },
        .rejects("whole numbers among exact ones", at: \.figures.excludingBiogenicUptake) {
            $0.figures.excludingBiogenicUptake = .kilograms("2.9")
            ($0.figures.fossil, $0.landUse.biogenicNonCO2) = (.kilograms("0.5"), .kilograms("1"))
            $0.landUse.landUseChange = .kilograms("2.8")
        },
        .rejects("aircraft among fossil emissions", at: \.figures.excludingBiogenicUptake) {
            $0.figures.excludingBiogenicUptake = .kilograms("2.50")
            ($0.figures.fossil, $0.figures.aircraft) = (.kilograms("2.50"), .kilograms("0.40"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let total = footprint.figures.excludingBiogenicUptake, let fossil = footprint.figures.fossil
        else { return .notApplicable }
        let landUse = footprint.landUse
        let parts = [
            landUse.biogenicNonCO2, landUse.landUseChange, landUse.landManagement, landUse.landManagementBiogenicCO2,
            landUse.landManagementRemovals, footprint.figures.aircraft,
        ]
        let figures = ([total, fossil] + parts.compactMap { $0 }).map { $0.converted(to: .kilogramsCO2e)?.amount }
        let amounts = figures.compactMap { $0 }
        guard amounts.count == figures.count, let sum = amounts.dropFirst().sum,
            let difference = amounts[0].subtracting(sum), let slack = amounts.roundingTogether
        else {
            findings.reportUnchecked("sum of components", at: \.figures.excludingBiogenicUptake)
            return .checked
        }
        if difference.magnitude > slack {
            findings.report(.doNotSum(total, sum), at: \.figures.excludingBiogenicUptake)
        }
        return .checked
    }
}

extension Collection where Element == ExactDecimal {
    fileprivate var sum: ExactDecimal? { reduce(ExactDecimal(0)) { $0?.adding($1) } }

    /// How far a sum may be off when each figure is rounded to as many decimals as the finest of them: numbers in JSON
    /// lose zeros at their ends.
    fileprivate var roundingTogether: ExactDecimal? {
        ExactDecimal(coefficient: Int128(count), scale: map { Int($0.scale) }.max() ?? 0)
    }
}

extension Diagnostic.Message {
    fileprivate static func doNotSum(_ total: Emissions, _ sum: ExactDecimal) -> Self {
        "total without biogenic uptake is \(total), but its components with aircraft come to \(sum) kg CO2e"
    }
}
