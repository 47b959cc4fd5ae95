import EmissionsDiagnostics
import EmissionsModel

enum ScenarioNotDeclared: Rule {
    static let about = RuleDescription(
        code: "SCN-001", title: "amounts are for a scenario that is not declared",
        explanation: """
            A scenario without its declaration is a name only: nobody knows what is assumed, or whether it
            excludes another.
            """,
        remedy: "Declare the scenario, with the same name, or correct the name at the amounts.",
        references: [.en15804A2("7.3"), .en15804A1("7.3"), .inData("epd:scenario")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a declared one") {
            $0.declaration.scenarios = [Scenario("recycling")]
            $0.state(.acidification, by: .ef31, ["C3 recycling": "1"])
        },
        .rejects("another spelling, told once", at: "results[0].amounts[0].scenario") {
            $0.declaration.scenarios = [Scenario("recycling")]
            $0.state(.acidification, by: .ef31, ["C3 Recycling": "1", "D Recycling": "2"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        guard index.columns.contains(where: { $0.scenario != nil }) else { return .notApplicable }
        var known = Set(footprint.declaration.scenarios.compactMap(\.name))
        for (number, column) in index.columns.enumerated() {
            guard let name = column.scenario, known.insert(name).inserted else { continue }
            findings.report(
                .notDeclared(name, footprint.declaration.scenarios), at: .item(index.firsts[number], "scenario"))
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func notDeclared(_ name: String, _ scenarios: [Scenario]) -> Self {
        guard scenarios.count <= 50 else { return "scenario \(name) is not declared" }
        return "scenario \(name) is not declared\(Suggestion(for: name, among: scenarios.compactMap(\.name)))"
    }
}
