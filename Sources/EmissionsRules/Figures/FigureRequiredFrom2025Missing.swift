import EmissionsDiagnostics
import EmissionsModel

enum FigureRequiredFrom2025Missing: Rule {
    static let about = RuleDescription(
        code: "FIG-009", severity: .warning, title: "figure that PACT 2 asks for from 2025 on is missing",
        explanation: """
            Biogenic and land-use figures were optional for data of earlier years only, to give companies time.
            """,
        remedy: "State the figure; 0 where nothing of the kind occurs.",
        references: [.pact2("properties that are optional until 2025, such as dLucGhgEmissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("data of 2023") { $0.referencePeriod = Period("2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z") },
        .accepts("data of 2025 with all figures") {
            $0.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
            $0.figures.includingBiogenicUptake = .kilograms("2.63")
            ($0.landUse.landUseChange, $0.landUse.landManagement) = (.kilograms("0"), .kilograms("0"))
            ($0.landUse.biogenicNonCO2, $0.landUse.biogenicUptake) = (.kilograms("0"), .kilograms("0"))
            $0.methodology.biogenicAccounting = .iso
        },
        .rejects("data of 2025 without land-use change", at: \.landUse.landUseChange) {
            $0.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
            $0.figures.includingBiogenicUptake = .kilograms("2.63")
            $0.landUse.landManagement = .kilograms("0")
            ($0.landUse.biogenicNonCO2, $0.landUse.biogenicUptake) = (.kilograms("0"), .kilograms("0"))
            $0.methodology.biogenicAccounting = .iso
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.referencePeriod.reaches(year: 2025), !context.isInGood else { return .notApplicable }
        let landUse = footprint.landUse
        if footprint.figures.includingBiogenicUptake == nil {
            findings.report(.missing("total with biogenic uptake"), at: \.figures.includingBiogenicUptake)
        }
        if landUse.landUseChange == nil {
            findings.report(.missing("emissions of land-use change"), at: \.landUse.landUseChange)
        }
        if landUse.landManagement == nil {
            findings.report(.missing("emissions of land management"), at: \.landUse.landManagement)
        }
        if landUse.biogenicNonCO2 == nil {
            findings.report(.missing("other biogenic emissions"), at: \.landUse.biogenicNonCO2)
        }
        if landUse.biogenicUptake == nil { findings.report(.missing("biogenic uptake"), at: \.landUse.biogenicUptake) }
        if footprint.methodology.biogenicAccounting == nil {
            findings.report(.missing("biogenic accounting methodology"), at: \.methodology.biogenicAccounting)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ name: String) -> Self { "\(name): missing, required for data of 2025 and later" }
}
