import EmissionsDiagnostics
import EmissionsModel

enum DefaultScenarioRepeated: Rule {
    static let about = RuleDescription(
        code: "SCN-004", title: "several scenarios of one group are the default",
        explanation: """
            Scenarios of one group exclude each other, so that only one of them can be what is assumed
            otherwise.
            """,
        remedy: "Mark one scenario of each group as the default.",
        references: [.inData("epd:default"), .inData("epd:group")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("defaults of two groups") {
            $0.declaration.scenarios = [
                Scenario("recycling", group: "end", isDefault: true),
                Scenario("lorry", group: "transport", isDefault: true),
            ]
        },
        .rejects("two of one group", at: "declaration.scenarios[1].isDefault") {
            $0.declaration.scenarios = [
                Scenario("recycling", group: "end", isDefault: true),
                Scenario("landfill", group: "end", isDefault: true),
            ]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let scenarios = footprint.declaration.scenarios
        guard scenarios.contains(where: { $0.isDefault == true }) else { return .notApplicable }
        for group in ScenarioGroup.groups(of: scenarios) where group.name != nil && group.defaults.count > 1 {
            findings.report(.several(of: group), at: \.declaration.scenarios, group.defaults[1], \.isDefault)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func several(of group: ScenarioGroup) -> Self {
        "\(group.defaults.count) scenarios of group \(group.name ?? "") are the default"
    }
}
