import EmissionsDiagnostics
import EmissionsModel

enum ScenarioNotDescribed: Rule {
    static let about = RuleDescription(
        code: "SCN-006", severity: .warning, title: "scenario is not described",
        explanation: """
            What is assumed on transport, use and end of life decides whether the figures hold for a building.
            EN 15804 asks for it with every module after A3.
            """,
        remedy: "Describe what the scenario assumes, such as distances, shares of recycling, and what is replaced.",
        references: [.en15804A2("7.3"), .en15804A1("7.3"), .inData("epd:description")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a description") {
            $0.declaration.scenarios = [Scenario("recycling")]
            $0.declaration.scenarios[0].descriptions = [
                LocalizedText("95 % are collected and recycled", language: "en")
            ]
        },
        .rejects("a name only", at: "declaration.scenarios[0].descriptions") {
            $0.declaration.scenarios = [Scenario("recycling")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.scenarios.isEmpty else { return .notApplicable }
        for (index, scenario) in footprint.declaration.scenarios.enumerated() where scenario.descriptions.sayNothing {
            findings.report(
                "scenario \(scenario.name ?? "without a name") is not described", at: \.declaration.scenarios, index,
                \.descriptions)
        }
        return .checked
    }
}
