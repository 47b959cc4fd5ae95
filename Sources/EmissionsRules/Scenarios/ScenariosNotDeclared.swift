import EmissionsDiagnostics
import EmissionsModel

enum ScenariosNotDeclared: Rule {
    static let about = RuleDescription(
        code: "SCN-009", severity: .note, title: "modules after A3 have amounts, but no scenario is declared",
        explanation: """
            Transport, use and end of life are not known when a product is made. Figures for them rest on
            assumptions, which EN 15804 asks to be described.
            """,
        remedy: "Declare the scenarios that the figures assume.",
        references: [.en15804A2("7.3"), .en15804A1("7.3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a scenario") {
            $0.declaration.scenarios = [Scenario("recycling")]
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C3": "1"])
        },
        .accepts("nothing but the product stage") { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12"]) },
        .rejects("the end of life, and no scenario", at: \.declaration.scenarios) {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C3": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty else { return .notApplicable }
        let later = context.results.statedModules.subtracting(.productStage)
        if !later.isEmpty, footprint.declaration.scenarios.isEmpty {
            findings.report("\(later.written) has amounts, but no scenario is declared", at: \.declaration.scenarios)
        }
        return .checked
    }
}
