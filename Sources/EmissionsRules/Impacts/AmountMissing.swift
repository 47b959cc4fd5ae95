import EmissionsDiagnostics
import EmissionsModel

enum AmountMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-009", title: "amount is missing, and nothing says why",
        explanation: "An amount that is not there may be zero, not declared or forgotten.",
        remedy: "State the amount, or one of the words that EN 15804 has for the absence of one, such as MND.",
        references: [.en15804A2("7.5"), .en15804A1("7.5")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("an amount") { $0.state(.acidification, by: .ef31, ["A1-A3": "0"]) },
        .accepts("a word for its absence") { $0.state(.acidification, by: .ef31, ["A1-A3": "1", "B1": "MND"]) },
        .rejects("neither", at: "results[0].amounts[0].amount") { $0.state(.acidification, by: .ef31, ["A1-A3": ""]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        for (number, result) in footprint.results.enumerated() {
            for (index, item) in result.amounts.enumerated() where item.amount == nil && item.gap == nil {
                findings.report(
                    "\(result.indicator?.name ?? "result") in \(item.place) has no amount",
                    at: .amount(ResultIndex.Cell(result: number, item: index)))
            }
        }
        return .checked
    }
}
