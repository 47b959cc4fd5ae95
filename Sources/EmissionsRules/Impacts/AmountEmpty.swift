import EmissionsDiagnostics
import EmissionsModel

enum AmountEmpty: Rule {
    static let about = RuleDescription(
        code: "IMP-010", severity: .note, title: "place for an amount is left empty",
        explanation: "Receivers read an empty place as zero, as not assessed or as an error, each in its own way.",
        remedy: "Write ND, MND, MNA, MNR or INA, whichever it means, or leave the place out.",
        references: [.en15804A2("7.5"), .en15804A1("7.5")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a word for its absence") { $0.state(.acidification, by: .ef31, ["A1-A3": "1", "B1": "MND"]) },
        .rejects("two empty places, told once", at: "results[0].amounts[0].gap") {
            $0.state(.acidification, by: .ef31, ["A1-A3": "empty", "B1": "empty"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        for (number, result) in footprint.results.enumerated() {
            guard let first = result.amounts.firstIndex(where: { $0.gap == .empty }) else { continue }
            let count = result.amounts.count { $0.gap == .empty }
            findings.report(
                .empty(result, count), at: .item(ResultIndex.Cell(result: number, item: first), "gap"))
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func empty(_ result: IndicatorResult, _ count: Int) -> Self {
        "\(result.indicator?.name ?? "result") has \(count == 1 ? "an empty place" : "\(count) empty places") for amounts"
    }
}
