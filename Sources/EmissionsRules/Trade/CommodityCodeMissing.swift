import EmissionsDiagnostics
import EmissionsModel

enum CommodityCodeMissing: Rule {
    static let about = RuleDescription(
        code: "TRD-001", title: "commodity code is missing",
        explanation: """
            The commodity code decides whether the mechanism covers a good, how its emissions are calculated and
            which default values apply.
            """,
        remedy: "State the eight digits of the Combined Nomenclature, as in the customs declaration.",
        references: [.cbamTransitional("Annex I"), .cbam("Annex I")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("a code") { $0.commodity.cn = "72083700" },
        .rejects("none", at: \.commodity.cn) { $0.commodity.description = "Coils" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        if good.commodity.cn == nil {
            findings.report("commodity code is missing", at: \.commodity.cn)
        }
        return .checked
    }
}
