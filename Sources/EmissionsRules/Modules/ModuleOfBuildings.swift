import EmissionsDiagnostics
import EmissionsModel

enum ModuleOfBuildings: Rule {
    static let about = RuleDescription(
        code: "MOD-009", severity: .warning, title: "module is one of buildings, not of products",
        explanation: """
            A0 and B8 are modules of the assessment of buildings (EN 15978). Declarations of products don't have
            them, and software for declarations doesn't know them.
            """,
        remedy: "State the modules A1 to A5, B1 to B7, C1 to C4 and D.",
        references: [.en15804A2("6.2"), .en15804A1("6.2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("modules of products") { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "B7": "1"]) },
        .rejects("users' own activities", at: "results[0].amounts[1].modules") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12", "B8": "1"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        guard !index.columns.isEmpty else { return .notApplicable }
        for (number, column) in index.columns.enumerated() {
            guard !column.modules.isSum, !ModuleSet.outsideEN15804.isDisjoint(with: ModuleSet(column.modules)) else {
                continue
            }
            findings.report("\(column.modules) is no module of products", at: .item(index.firsts[number], "modules"))
        }
        return .checked
    }
}
