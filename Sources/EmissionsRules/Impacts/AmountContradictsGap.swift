import EmissionsDiagnostics
import EmissionsModel

enum AmountContradictsGap: Rule {
    static let about = RuleDescription(
        code: "IMP-008", title: "amount stands beside a word that says there is none",
        explanation: "A module that is said not to be declared has no amount, not even zero.",
        remedy: "Leave out the amount, or the word.",
        references: [.en15804A2("7.5"), .en15804A1("7.5")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("an amount") { $0.state(.acidification, by: .ef31, ["A1-A3": "1"]) },
        .rejects("not declared, and one", at: "results[0].amounts[0].gap") {
            $0.state(.acidification, by: .ef31, ["B1": "1"])
            $0.results[0].amounts[0].gap = .moduleNotDeclared
        },
        .rejects("declared in one row and not in another", at: "results[1].amounts[0].gap") {
            $0.state(.acidification, by: .ef31, ["B1": "1"])
            $0.state(.acidification, by: .ef31, ["B1": "MND"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        for (number, result) in footprint.results.enumerated() {
            for (index, item) in result.amounts.enumerated() {
                guard let amount = item.amount, let gap = item.gap else { continue }
                findings.report(
                    .both(result, item, amount, gap), at: .item(ResultIndex.Cell(result: number, item: index), "gap"))
            }
        }
        let index = context.results
        for (cell, first) in index.repetitions {
            let (item, before) = (index.item(cell), index.item(first))
            guard item.gap == nil || before.gap == nil, item.amount == nil || before.amount == nil,
                let amount = item.amount ?? before.amount, let gap = item.gap ?? before.gap
            else { continue }
            findings.report(
                .both(index.results[cell.result], item, amount, gap),
                at: .item(cell, item.gap == nil ? "amount" : "gap"))
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func both(
        _ result: IndicatorResult, _ item: ModuleAmount, _ amount: ExactDecimal, _ gap: AmountGap
    ) -> Self {
        "\(result.indicator?.name ?? "result") in \(item.place) is both \(amount) and \(gap.rawValue)"
    }
}
