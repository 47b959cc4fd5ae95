import EmissionsDiagnostics
import EmissionsModel

enum ScenarioUnnamed: Rule {
    static let about = RuleDescription(
        code: "SCN-005", title: "scenario has no name",
        explanation: "Amounts name the scenario that they are for; one without a name can't have any.",
        remedy: "Name the scenario as its amounts do.",
        references: [.inData("epd:name")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a name") { $0.declaration.scenarios = [Scenario("recycling")] },
        .rejects("none", at: "declaration.scenarios[0].name") { $0.declaration.scenarios = [Scenario(nil)] },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.scenarios.isEmpty else { return .notApplicable }
        for (index, scenario) in footprint.declaration.scenarios.enumerated() where scenario.name?.isEmpty ?? true {
            findings.report("scenario has no name", at: \.declaration.scenarios, index, \.name)
        }
        return .checked
    }
}
