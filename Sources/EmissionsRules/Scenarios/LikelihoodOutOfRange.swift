import EmissionsDiagnostics
import EmissionsModel

enum LikelihoodOutOfRange: Rule {
    static let about = RuleDescription(
        code: "SCN-008", title: "likelihood of a scenario is not between zero and one",
        explanation: "Scenarios are weighted by their likelihoods, which are fractions of one.",
        remedy: "State the likelihood as a fraction, such as 0.33.",
        references: [.openEPD("likelihood")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a third") {
            $0.declaration.scenarios = [Scenario("recycling")]
            $0.declaration.scenarios[0].likelihood = ExactDecimal("0.33")
        },
        .rejects("percent", at: "declaration.scenarios[0].likelihood") {
            $0.declaration.scenarios = [Scenario("recycling")]
            $0.declaration.scenarios[0].likelihood = 33
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, scenario) in footprint.declaration.scenarios.enumerated() {
            guard let likelihood = scenario.likelihood else { continue }
            applicability = .checked
            if likelihood.isNegative || likelihood > 1 {
                findings.report(
                    "likelihood is \(likelihood), must be from 0 to 1", at: \.declaration.scenarios, index, \.likelihood
                )
            }
        }
        return applicability
    }
}
