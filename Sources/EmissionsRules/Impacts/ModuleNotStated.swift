import EmissionsDiagnostics
import EmissionsModel

enum ModuleNotStated: Rule {
    static let about = RuleDescription(
        code: "IMP-011", title: "amount does not say for which module it is",
        explanation: """
            Amounts of the production, the use and the end of a product can't be added or compared without
            knowing which is which.
            """,
        remedy: "Name the module of the life cycle, such as A1-A3 or C4.",
        references: [.en15804A2("6.2"), .en15804A1("6.2"), .inData("epd:module")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a module") { $0.state(.acidification, by: .ef31, ["C4": "1"]) },
        .rejects("none", at: "results[0].amounts[0].modules") {
            $0.state(.acidification, by: .ef31, ["C4": "1"])
            $0.results[0].amounts[0].modules = nil
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        for (number, result) in footprint.results.enumerated() {
            for (index, item) in result.amounts.enumerated() where item.modules == nil {
                findings.report(
                    "an amount of \(result.indicator?.name ?? "the result") is for no module",
                    at: .item(ResultIndex.Cell(result: number, item: index), "modules"))
            }
        }
        return .checked
    }
}
