import EmissionsDiagnostics
import EmissionsModel

enum GlobalWarmingRowsSwapped: Rule {
    static let about = RuleDescription(
        code: "IMP-013", severity: .warning, title: "rows of global warming look swapped",
        explanation: """
            The parts do not add up to the total, but they would if the total and one of the parts changed
            places, in every module where they don't. That is what happens when columns of a calculation are
            copied in another order than they are named in.
            """,
        remedy: "Check which row is the total, and put each amount under its own indicator.",
        references: [.en15804A2("7.2.3, table 3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a sum") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.state(.globalWarmingFossil, by: .ef31, ["A1-A3": "13.4"])
            $0.state(.globalWarmingBiogenic, by: .ef31, ["A1-A3": "-1.2"])
            $0.state(.globalWarmingLandUse, by: .ef31, ["A1-A3": "0.1"])
        },
        .rejects("total and fossil", at: "results[0].indicator") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "13.4", "C3": "2.0"])
            $0.state(.globalWarmingFossil, by: .ef31, ["A1-A3": "12.3", "C3": "3.3"])
            $0.state(.globalWarmingBiogenic, by: .ef31, ["A1-A3": "-1.2", "C3": "1.2"])
            $0.state(.globalWarmingLandUse, by: .ef31, ["A1-A3": "0.1", "C3": "0.1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        var applicability = Applicability.notApplicable
        for rows in index.globalWarmingRows {
            guard let swapped = index.swappedRow(rows) else { continue }
            applicability = .checked
            if case .with(let part) = swapped {
                let summary = index.summaries[rows.total]
                findings.report(
                    .swapped(index.summaries[part].series.indicator), at: \.results, summary.result, \.indicator)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func swapped(_ part: Indicator) -> Self {
        "amounts add up if those of GWP-total and \(part.name) change places"
    }
}
