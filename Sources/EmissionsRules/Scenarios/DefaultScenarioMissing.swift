import EmissionsDiagnostics
import EmissionsModel

enum DefaultScenarioMissing: Rule {
    static let about = RuleDescription(
        code: "SCN-003", severity: .warning, title: "none of several scenarios is the default",
        explanation: """
            Scenarios of one group exclude each other. Software that can't ask its user takes the default, and
            without one whichever comes first.
            """,
        remedy: "Mark one scenario of each group as the default.",
        references: [.inData("epd:default"), .inData("epd:group")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one is the default") {
            $0.declaration.scenarios = [
                Scenario("recycling", group: "end", isDefault: true), Scenario("landfill", group: "end"),
            ]
        },
        .rejects("none is", at: "declaration.scenarios[0].isDefault") {
            $0.declaration.scenarios = [Scenario("recycling", group: "end"), Scenario("landfill", group: "end")]
        },
        .rejects("several without groups", at: "declaration.scenarios[0].isDefault") {
            $0.declaration.scenarios = [Scenario("recycling"), Scenario("landfill")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let scenarios = footprint.declaration.scenarios
        guard scenarios.count > 1 else { return .notApplicable }
        for group in ScenarioGroup.groups(of: scenarios) where group.members.count > 1 && group.defaults.isEmpty {
            findings.report(.none(of: group), at: \.declaration.scenarios, group.members[0], \.isDefault)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func none(of group: ScenarioGroup) -> Self {
        "none of \(group.members.count) scenarios\(group.name.map { " of group \($0)" } ?? "") is the default"
    }
}
