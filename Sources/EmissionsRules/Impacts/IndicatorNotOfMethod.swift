import EmissionsDiagnostics
import EmissionsModel

enum IndicatorNotOfMethod: Rule {
    static let about = RuleDescription(
        code: "IMP-023", severity: .warning, title: "indicator does not exist in the method",
        explanation: """
            EN 15804+A1 has one figure for eutrophication and +A2 has three; +A1 has one figure for global
            warming. A row that mixes them belongs to another indicator or to another method.
            """,
        remedy: "State the indicators that the method has.",
        references: [.en15804A1("7.2.3, table 3"), .en15804A2("7.2.3, tables 3 and 4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("eutrophication by +A1") { $0.state(.eutrophication, by: .en15804A1, ["A1-A3": "1"]) },
        .accepts("eutrophication of fresh water by +A2") {
            $0.state(.eutrophicationFreshwater, by: .ef31, ["A1-A3": "1"])
        },
        .rejects("one figure by +A2", at: "results[0].indicator") {
            $0.state(.eutrophication, by: .ef31, ["A1-A3": "1"])
        },
        .rejects("three figures by +A1", at: "results[0].indicator") {
            $0.state(.eutrophicationMarine, by: .en15804A1, ["A1-A3": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for summary in context.results.summaries {
            guard summary.series.indicator.isImpact, let method = summary.series.method,
                method == .en15804A1 || method.isEnvironmentalFootprint
            else { continue }
            applicability = .checked
            let indicator = summary.series.indicator
            let isForeign =
                method == .en15804A1 ? !StandardIndicators.coreA1.contains(indicator) : indicator == .eutrophication
            if isForeign {
                findings.report(
                    "\(indicator.name) is by \(method.rawValue), which does not have it", at: \.results, summary.result,
                    \.indicator)
            }
        }
        return applicability
    }
}
