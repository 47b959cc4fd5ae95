import EmissionsDiagnostics
import EmissionsModel

enum ModuleLeftOut: Rule {
    static let about = RuleDescription(
        code: "MOD-003", severity: .warning, title: "module that is declared is left out of an indicator",
        explanation: """
            A module is declared or not, for all core indicators alike. One that has amounts of some and nothing
            of others can't be added up with the rest.
            """,
        remedy: "State the amounts of all core indicators for the same modules, or INA where one was not assessed.",
        references: [.en15804A2("7.2.2"), .en15804A1("7.2.2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the same modules") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C3": "1"])
            $0.state(.acidification, by: .ef31, ["A1-A3": "0.1", "C3": "INA"])
        },
        .rejects("one of two modules", at: "results[1].amounts") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C3": "1"])
            $0.state(.acidification, by: .ef31, ["A1-A3": "0.1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard context.results.summaries.count > 1 else { return .notApplicable }
        let declared = context.results.statedModules
        for summary in context.results.summaries where summary.series.indicator.isCore {
            let missing = declared.subtracting(summary.stated).subtracting(summary.gaps)
            guard !missing.isEmpty, !summary.stated.isEmpty || !summary.gaps.isEmpty else { continue }
            findings.report(.leftOut(summary.series.indicator, missing), at: \.results, summary.result, \.amounts)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func leftOut(_ indicator: Indicator, _ modules: ModuleSet) -> Self {
        "\(indicator.name) says nothing of \(modules.written), which other impacts have"
    }
}
