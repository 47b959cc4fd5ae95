import EmissionsDiagnostics
import EmissionsModel

enum CatenaXFigureFrom2025Missing: Rule {
    static let about = RuleDescription(
        code: "FIG-011", severity: .warning, title: "figure that Catena-X 7 asks for from 2025 on is missing",
        explanation: "The components of the footprint were optional for data of earlier years only.",
        remedy: "State the figure; 0 where nothing of the kind occurs.",
        references: [.catenaX("properties that are mandatory starting 2025, version 7")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("data of 2023") { $0.referencePeriod = Period("2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z") },
        .accepts("data of 2025 with all figures") { complete(&$0) },
        .rejects("data of 2025 without aircraft", at: \.figures.aircraft) {
            complete(&$0)
            $0.figures.aircraft = nil
        },
        .rejects("data of 2025 without fossil carbon", at: \.carbonContent.fossil) {
            complete(&$0)
            $0.carbonContent.fossil = nil
        },
    ]

    private static func complete(_ footprint: inout ProductFootprint) {
        footprint.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
        for (key, _) in figures { footprint[keyPath: key] = .kilograms("0") }
        (footprint.carbonContent.fossil, footprint.carbonContent.biogenic) = (0, 0)
    }

    private static var figures: [(WritableKeyPath<ProductFootprint, Emissions?>, String)] {
        [
            (\.figures.includingBiogenicUptake, "total with biogenic uptake"), (\.figures.fossil, "fossil emissions"),
            (\.landUse.biogenicNonCO2, "biogenic emissions other than CO2"),
            (\.landUse.biogenicUptake, "biogenic uptake"),
            (\.landUse.landUseChange, "emissions of land-use change"),
            (\.landUse.landManagement, "emissions of land use"), (\.figures.aircraft, "emissions of aircraft"),
        ]
    }

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.referencePeriod.reaches(year: 2025), !context.isInGood else { return .notApplicable }
        for (key, name) in figures where footprint[keyPath: key] == nil { findings.report(.missing(name), at: key) }
        if footprint.carbonContent.fossil == nil {
            findings.report(.missing("fossil carbon content"), at: \.carbonContent.fossil)
        }
        if footprint.carbonContent.biogenic == nil {
            findings.report(.missing("biogenic carbon content"), at: \.carbonContent.biogenic)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ name: String) -> Self { "\(name): missing, required for data of 2025 and later" }
}
