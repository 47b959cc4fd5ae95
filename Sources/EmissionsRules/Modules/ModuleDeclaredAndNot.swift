import EmissionsDiagnostics
import EmissionsModel

enum ModuleDeclaredAndNot: Rule {
    static let about = RuleDescription(
        code: "MOD-004", severity: .warning, title: "module is said not to be declared, but other indicators have it",
        explanation: """
            MND, MNA and MNR say something of a module, not of an indicator. A module with amounts of other core
            indicators is declared.
            """,
        remedy: "State the amount, or INA where only the indicator was not assessed.",
        references: [.en15804A2("7.5"), .en15804A1("7.5")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("not declared for any") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "B1": "MND"])
            $0.state(.acidification, by: .ef31, ["A1-A3": "0.1", "B1": "MND"])
        },
        .accepts("an indicator that was not assessed") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12"])
            $0.state(.acidification, by: .ef31, ["A1-A3": "INA"])
        },
        .accepts("a scenario of a module that is declared in another") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C3 recycling": "3", "C3 landfill": "MND"])
        },
        .rejects("declared for one", at: "results[1].amounts[1].gap") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "B1": "3"])
            $0.state(.acidification, by: .ef31, ["A1-A3": "0.1", "B1": "MND"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty else { return .notApplicable }
        let index = context.results
        let declared = index.statedModules
        for summary in index.summaries where summary.series.indicator.isImpact && !summary.gaps.isEmpty {
            for (number, item) in index.results[summary.result].amounts.enumerated() {
                guard let gap = item.gap, gap.isOfModule, let modules = item.modules.map({ ModuleSet($0) }),
                    declared.isSuperset(of: modules), summary.stated.isDisjoint(with: modules)
                else { continue }
                findings.report(
                    .declared(summary.series.indicator, item, gap),
                    at: .item(ResultIndex.Cell(result: summary.result, item: number), "gap"))
            }
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func declared(_ indicator: Indicator, _ item: ModuleAmount, _ gap: AmountGap) -> Self {
        "\(indicator.name) in \(item.place) is \(gap.rawValue), but other impacts have amounts there"
    }
}
