import EmissionsDiagnostics
import EmissionsModel

enum ScenarioUnused: Rule {
    static let about = RuleDescription(
        code: "SCN-002", severity: .warning, title: "scenario is declared, but has no amounts",
        explanation: "Either its amounts are missing, or they are under another name.",
        remedy: "State the amounts of the scenario, or leave it out.",
        references: [.inData("epd:scenario"), .en15804A2("7.3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one with amounts") {
            $0.declaration.scenarios = [Scenario("recycling")]
            $0.state(.acidification, by: .ef31, ["C3 recycling": "1"])
        },
        .rejects("one without", at: "declaration.scenarios[1].name") {
            $0.declaration.scenarios = [Scenario("recycling"), Scenario("landfill")]
            $0.state(.acidification, by: .ef31, ["C3 recycling": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let scenarios = footprint.declaration.scenarios
        guard !scenarios.isEmpty, !context.results.isEmpty else { return .notApplicable }
        let used = Set(context.results.columns.compactMap(\.scenario))
        for (index, scenario) in scenarios.enumerated() {
            guard let name = scenario.name, !used.contains(name) else { continue }
            findings.report("scenario \(name) has no amounts", at: \.declaration.scenarios, index, \.name)
        }
        return .checked
    }
}
