import EmissionsDiagnostics
import EmissionsModel

enum TotalsEqualDespiteBiogenicCarbon: Rule {
    static let about = RuleDescription(
        code: "FIG-008", severity: .note,
        title: """
            totals with and without uptake are the same though the product contains biogenic carbon
            """,
        explanation: """
            Biogenic carbon in a product was taken up from the atmosphere, so the two totals should differ by
            the uptake. PACT's usability model allows the copy as a placeholder.
            """,
        remedy: "State the uptake, and the total that includes it.",
        references: [Reference("PACT PCF Usability Model", "default values"), .pact3("pcfIncludingBiogenicUptake")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("no biogenic carbon") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            $0.figures.includingBiogenicUptake = .kilograms("2.63")
        },
        .accepts("wood with its uptake") {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            $0.figures.includingBiogenicUptake = .kilograms("1.02")
            $0.carbonContent.biogenic = ExactDecimal("0.44")
        },
        .rejects("wood without uptake", at: \.figures.includingBiogenicUptake) {
            $0.figures.excludingBiogenicUptake = .kilograms("2.63")
            $0.figures.includingBiogenicUptake = .kilograms("2.63")
            $0.carbonContent.biogenic = ExactDecimal("0.44")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let biogenic = footprint.carbonContent.biogenic, biogenic.isPositive,
            let excluding = footprint.figures.excludingBiogenicUptake,
            let including = footprint.figures.includingBiogenicUptake
        else { return .notApplicable }
        if including.equals(excluding) {
            findings.report(.equal(including, biogenic), at: \.figures.includingBiogenicUptake)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func equal(_ total: Emissions, _ carbon: ExactDecimal) -> Self {
        "both totals are \(total), though the product contains \(carbon) kg of biogenic carbon"
    }
}
