import EmissionsDiagnostics
import EmissionsModel

enum IndicatorSetsMixed: Rule {
    static let about = RuleDescription(
        code: "IMP-020", severity: .warning, title: "impacts are partly by EN 15804+A1 and partly by +A2",
        explanation: """
            Factors of the two editions differ for every impact, so that no assessment can use a set that is
            half of one and half of the other. Both sets side by side, each with its core indicators, are in
            order.
            """,
        remedy: "State all core indicators by one edition, or by each.",
        references: [.en15804A1("annex C"), .en15804A2("annex C")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("both sets") {
            $0.state(StandardIndicators.coreA1, by: .en15804A1)
            $0.state(StandardIndicators.coreA2, by: .ef30)
        },
        .rejects("acidification of the other edition", at: "results[12].method") {
            $0.state(StandardIndicators.coreA2, by: .ef30)
            $0.state(.acidification, by: .en15804A1, ["A1-A3": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        guard index.methods.isSuperset(of: [.en15804A1, .environmentalFootprint]) else {
            return index.methods.isEmpty ? .notApplicable : .checked
        }
        let lacking = (
            a1: index.lacking(StandardIndicators.coreA1, by: .en15804A1),
            a2: index.lacking(StandardIndicators.coreA2, by: .environmentalFootprint)
        )
        guard lacking.a1 > 0 || lacking.a2 > 0 else { return .checked }
        let odd: MethodFamilies = lacking.a1 >= lacking.a2 ? .en15804A1 : .environmentalFootprint
        if let row = index.summaries.first(where: { $0.series.method?.family.isSuperset(of: odd) == true }) {
            findings.report(.mixed(row.series), at: \.results, row.result, \.method)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func mixed(_ series: ResultIndex.Series) -> Self {
        "\(series.indicator.name) is by \(series.method?.rawValue ?? "another method"), other impacts are by the other edition of EN 15804"
    }
}
