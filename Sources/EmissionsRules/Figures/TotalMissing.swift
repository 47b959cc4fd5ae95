import EmissionsDiagnostics
import EmissionsModel

enum TotalMissing: Rule {
    static let about = RuleDescription(
        code: "FIG-002", severity: .warning, title: "total emissions are missing",
        explanation: "The total is what a footprint is for.",
        remedy: "State the emissions of the declared unit, without the carbon dioxide that biomass took up.",
        references: [
            .iso14067("clause 7"), .ghgProtocol("chapter 13"), .pact3("pcfExcludingBiogenicUptake"),
            .pact2("pCfExcludingBiogenic"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a total") { $0.figures.excludingBiogenicUptake = .kilograms("1.63") },
        .accepts("results by life-cycle module") { $0.results = [IndicatorResult()] },
        .accepts("an imported good, whose emissions are direct and indirect", in: { $0.good = ImportedGood() }) { _ in
        },
        .rejects("parts only", at: \.figures.excludingBiogenicUptake) { $0.figures.fossil = .kilograms("1.63") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.results.isEmpty, !context.isInGood else { return .notApplicable }
        if footprint.figures.excludingBiogenicUptake == nil {
            findings.report("total emissions are missing", at: \.figures.excludingBiogenicUptake)
        }
        return .checked
    }
}
