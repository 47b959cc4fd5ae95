import EmissionsDiagnostics
import EmissionsModel

enum ProductStageNegative: Rule {
    static let about = RuleDescription(
        code: "IMP-025", severity: .warning, title: "impact of the product stage is negative",
        explanation: """
            Making a product can't undo acidification, and doesn't bring back fossil fuels. Credits for avoided
            production don't belong to modules A1 to A3; only carbon taken up by biomass makes a figure negative
            there, and it is in GWP-biogenic.
            """,
        remedy: "Check the sign, and state savings in module D.",
        references: [.en15804A1("6.4.3.2"), .en15804A2("6.4.3.2"), .iso21930("7.2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("biogenic carbon") { $0.state(.globalWarmingBiogenic, by: .ef31, ["A1-A3": "-820"]) },
        .accepts("savings in module D") { $0.state(.globalWarmingFossil, by: .ef31, ["A1-A3": "12", "D": "-3"]) },
        .rejects("fossil emissions below zero", at: "results[0].amounts[0].amount") {
            $0.state(.globalWarmingFossil, by: .ef31, ["A1-A3": "-12.3"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (number, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, indicator.cannotBeNegative else { continue }
            applicability = .checked
            for (index, item) in result.amounts.enumerated() {
                guard let amount = item.amount, amount.isNegative, let modules = item.modules,
                    ModuleSet.productStage.isSuperset(of: ModuleSet(modules))
                else { continue }
                findings.report(
                    "\(indicator.name) in \(item.place) is \(amount), less than nothing",
                    at: .amount(ResultIndex.Cell(result: number, item: index)))
            }
        }
        return applicability
    }
}
