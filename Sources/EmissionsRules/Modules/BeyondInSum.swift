import EmissionsDiagnostics
import EmissionsModel

enum BeyondInSum: Rule {
    static let about = RuleDescription(
        code: "MOD-007", title: "module D is part of a sum",
        explanation: """
            Module D is beyond the life cycle of the product: loads and benefits of its reuse and recycling
            elsewhere. It is stated by itself, and never added to the life cycle.
            """,
        remedy: "State module D by itself.",
        references: [.en15804A2("7.5"), .en15804A1("7.5"), .iso21930("7.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("module D by itself") { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "D": "-3"]) },
        .rejects("end of life with module D", at: "results[0].amounts[1].modules") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "C1-D": "-3"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        guard !index.columns.isEmpty else { return .notApplicable }
        for (number, column) in index.columns.enumerated() where column.modules.isSum && column.modules.contains(.d) {
            findings.report(
                "amounts are for \(column.modules), which has module D in it",
                at: .item(index.firsts[number], "modules"))
        }
        return .checked
    }
}
