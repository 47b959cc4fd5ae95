import EmissionsDiagnostics
import EmissionsModel

enum LandUseFigureNegative: Rule {
    static let about = RuleDescription(
        code: "LU-002", title: "land-use emissions are negative",
        explanation: """
            Emissions of land-use change, of land management and of biomass are not below zero; what land takes
            up has a field of its own.
            """,
        remedy: "Check the sign, and state removals in their own field.",
        references: [
            .pact3("landUseChangeGhgEmissions, biogenicNonCO2Emissions, landManagementFossilGhgEmissions"),
            .pact2("dLucGhgEmissions"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("emissions") { $0.landUse.landUseChange = .kilograms("0.13") },
        .accepts("land management in one figure, which may be negative") {
            $0.landUse.landManagement = .kilograms("-0.3")
        },
        .rejects("less than nothing", at: \.landUse.landUseChange) { $0.landUse.landUseChange = .kilograms("-0.13") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let landUse = footprint.landUse
        guard
            landUse.landUseChange != nil || landUse.biogenicNonCO2 != nil || landUse.landCarbonLeakage != nil
                || landUse.landManagementFossil != nil || landUse.landManagementBiogenicCO2 != nil
                || landUse.landOccupation != nil
        else { return .notApplicable }
        if let change = landUse.landUseChange, change.amount.isNegative {
            findings.report(.negative("emissions of land-use change", change), at: \.landUse.landUseChange)
        }
        if let other = landUse.biogenicNonCO2, other.amount.isNegative {
            findings.report(.negative("other biogenic emissions", other), at: \.landUse.biogenicNonCO2)
        }
        if let leakage = landUse.landCarbonLeakage, leakage.amount.isNegative {
            findings.report(.negative("land carbon leakage", leakage), at: \.landUse.landCarbonLeakage)
        }
        if let fossil = landUse.landManagementFossil, fossil.amount.isNegative {
            findings.report(
                .negative("fossil emissions of land management", fossil), at: \.landUse.landManagementFossil)
        }
        if let biogenic = landUse.landManagementBiogenicCO2, biogenic.amount.isNegative {
            findings.report(
                .negative("biogenic emissions of land management", biogenic), at: \.landUse.landManagementBiogenicCO2)
        }
        if let area = landUse.landOccupation, area.isNegative {
            findings.report(.negativeArea(area), at: \.landUse.landOccupation)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func negative(_ name: String, _ emissions: Emissions) -> Self {
        "\(name): \(emissions), must not be negative"
    }
    fileprivate static func negativeArea(_ area: ExactDecimal) -> Self {
        "land occupation is \(area) square meters and years, must not be negative"
    }
}
