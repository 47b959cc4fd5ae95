import EmissionsDiagnostics
import EmissionsModel

enum ResultRepeated: Rule {
    static let about = RuleDescription(
        code: "IMP-006", title: "indicator has several amounts for the same module and scenario",
        explanation: """
            Which of them counts is left to the reader's software: some take the first, some the last, some add
            them up.
            """,
        remedy: """
            State one amount for each indicator, method, module and scenario; name the scenario where they \
            differ in it.
            """,
        references: [.en15804A2("7.5"), .inData("epd:amount")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one module in two scenarios") {
            $0.state(.acidification, by: .ef31, ["C3 recycling": "1", "C3 landfill": "2"])
        },
        .accepts("one indicator by two methods") {
            $0.state(.acidification, by: .ef31, ["A1-A3": "1"])
            $0.state(.acidification, by: .en15804A1, ["A1-A3": "1"])
        },
        .rejects("twice in a row", at: "results[0].amounts[1].amount") {
            $0.state(.acidification, by: .ef31, ["A1-A3": "1", "A1-A3": "2"])
        },
        .rejects("of an indicator that is not known", at: "results[0].amounts[1].amount") {
            $0.state(.acidification, by: .ef31, ["A1-A3": "1", "A1-A3": "2"])
            $0.results[0].indicator = nil
        },
        .rejects("in two rows", at: "results[1].amounts[0].amount") {
            $0.state(.acidification, by: .ef31, ["A1-A3": "1"])
            $0.state(.acidification, by: .ef31, ["A1-A3": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        guard !index.isEmpty else { return .notApplicable }
        for (cell, first) in index.repetitions {
            let (item, before) = (index.item(cell), index.item(first))
            guard let amount = item.amount, let earlier = before.amount else { continue }
            findings.report(.repeated(index.results[cell.result], item, amount, earlier), at: .amount(cell))
        }
        for (number, result) in footprint.results.enumerated() where result.indicator == nil {
            var seen: [ResultIndex.Column: ExactDecimal] = [:]
            for (item, stated) in result.amounts.enumerated() {
                guard let amount = stated.amount, let modules = stated.modules else { continue }
                let column = ResultIndex.Column(modules: modules, scenario: stated.scenario)
                if let earlier = seen[column] {
                    let cell = ResultIndex.Cell(result: number, item: item)
                    findings.report(.repeated(result, stated, amount, earlier), at: .amount(cell))
                } else {
                    seen[column] = amount
                }
            }
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func repeated(
        _ result: IndicatorResult, _ item: ModuleAmount, _ amount: ExactDecimal, _ earlier: ExactDecimal
    ) -> Self {
        "\(result.indicator?.name ?? "result") in \(item.place) is \(amount) here and \(earlier) before"
    }
}
