import EmissionsDiagnostics
import EmissionsModel

enum GoodNotCovered: Rule {
    static let about = RuleDescription(
        code: "TRD-005", title: "good is not covered by the mechanism",
        explanation: """
            Only cement, electricity, fertilizers, iron and steel, aluminum, hydrogen and some goods made of
            them are reported.
            """,
        remedy: "Check the commodity code; leave the good out if it is right.",
        references: [.cbam("Annex I"), .cbamTransitional("Annex II, table 1")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("hot-rolled coil") { $0.commodity.cn = "72083700" },
        .rejects("ferro-silicon", at: \.commodity.cn) { $0.commodity.cn = "72022100" },
        .rejects("toys", at: \.commodity.cn) { $0.commodity.cn = "95030000" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let code = good.commodity.cn, code.isDigits(8) else { return .notApplicable }
        if CoveredGoods.category(ofCN: code) == nil {
            findings.report("commodity code \(code) is not covered by the mechanism", at: \.commodity.cn)
        }
        return .checked
    }
}
