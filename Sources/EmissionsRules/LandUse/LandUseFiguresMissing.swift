import EmissionsDiagnostics
import EmissionsModel

enum LandUseFiguresMissing: Rule {
    static let about = RuleDescription(
        code: "LU-004", severity: .warning, title: "land-related figures are missing though the product is biogenic",
        explanation: """
            Where more than 5 percent of a product's mass is biogenic carbon, land use and what biomass takes up
            make much of its footprint. The methodology asks for each by itself then.
            """,
        remedy:
            "State emissions of land-use change, other biogenic emissions and biogenic uptake; 0 where there are none.",
        references: [
            .pactMethodology("biogenic and land-related emissions"), .pact3("landUseChangeGhgEmissions"),
            .pact3("biogenicNonCO2Emissions"), .pact3("biogenicCO2Uptake"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("wood with all of them") {
            ($0.declaredUnit.mass, $0.carbonContent.biogenic) = (1, ExactDecimal("0.44"))
            ($0.landUse.landUseChange, $0.landUse.biogenicNonCO2) = (.kilograms("0"), .kilograms("0.01"))
            $0.landUse.biogenicUptake = .kilograms("-1.61")
        },
        .accepts("steel") { ($0.declaredUnit.mass, $0.carbonContent.biogenic) = (1, 0) },
        .rejects("wood without land-use change", at: \.landUse.landUseChange) {
            ($0.declaredUnit.mass, $0.carbonContent.biogenic) = (1, ExactDecimal("0.44"))
            ($0.landUse.biogenicNonCO2, $0.landUse.biogenicUptake) = (.kilograms("0.01"), .kilograms("-1.61"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.isBiogenic == true, let carbon = footprint.carbonContent.biogenic else { return .notApplicable }
        if footprint.landUse.landUseChange == nil {
            findings.report(.missing("emissions of land-use change", carbon), at: \.landUse.landUseChange)
        }
        if footprint.landUse.biogenicNonCO2 == nil {
            findings.report(.missing("other biogenic emissions", carbon), at: \.landUse.biogenicNonCO2)
        }
        if footprint.landUse.biogenicUptake == nil {
            findings.report(.missing("biogenic uptake", carbon), at: \.landUse.biogenicUptake)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ name: String, _ carbon: ExactDecimal) -> Self {
        "\(name): missing, though \(carbon) kg of biogenic carbon are more than 5 percent of the product"
    }
}
