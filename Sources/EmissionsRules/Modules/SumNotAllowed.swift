import EmissionsDiagnostics
import EmissionsModel

enum SumNotAllowed: Rule {
    static let about = RuleDescription(
        code: "MOD-008", severity: .warning, title: "modules other than A1 to A3 are added up",
        explanation: """
            EN 15804 lets only A1, A2 and A3 be stated in one figure. Everything else is stated module by
            module, so that those who assess a building can replace single ones.
            """,
        remedy: "State each module by itself.",
        references: [.en15804A2("7.5"), .en15804A1("7.5")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the product stage in one figure") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C3": "1"])
        },
        .rejects("the end of life in one figure", at: "results[0].amounts[1].modules") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C1-C4": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        guard !index.columns.isEmpty else { return .notApplicable }
        for (number, column) in index.columns.enumerated() {
            guard column.modules.isSum, column.modules != .productStage, !column.modules.contains(.d) else { continue }
            findings.report(
                "amounts are for \(column.written) in one figure", at: .item(index.firsts[number], "modules"))
        }
        return .checked
    }
}
