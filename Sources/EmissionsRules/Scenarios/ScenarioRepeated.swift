import EmissionsDiagnostics
import EmissionsModel

enum ScenarioRepeated: Rule {
    static let about = RuleDescription(
        code: "SCN-007", title: "two scenarios have the same name",
        explanation: "Amounts name their scenario; of two with one name nobody can tell which is meant.",
        remedy: "Give each scenario a name of its own, at its amounts too.",
        references: [.inData("epd:name")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("two names") { $0.declaration.scenarios = [Scenario("recycling"), Scenario("landfill")] },
        .rejects("one name", at: "declaration.scenarios[1].name") {
            $0.declaration.scenarios = [Scenario("recycling"), Scenario("recycling")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.scenarios.isEmpty else { return .notApplicable }
        var names: Set<String> = []
        for (index, scenario) in footprint.declaration.scenarios.enumerated() {
            guard let name = scenario.name, !names.insert(name).inserted else { continue }
            findings.report("scenario \(name) is declared before", at: \.declaration.scenarios, index, \.name)
        }
        return .checked
    }
}
