import EmissionsDiagnostics
import EmissionsModel

enum CommodityCodesDisagree: Rule {
    static let about = RuleDescription(
        code: "TRD-004", title: "the two commodity codes name different goods",
        explanation: """
            The first six digits of a CN code are its code in the Harmonized System. Where they differ one of
            them is wrong, and with it the emissions.
            """,
        remedy: "Take both codes from the same customs declaration.",
        references: [.cbamTransitional("Annex I"), Reference("Regulation (EEC) No 2658/87", "Article 3")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("the same good") { ($0.commodity.hs, $0.commodity.cn) = ("720837", "72083700") },
        .rejects("different goods", at: \.commodity.hs) { ($0.commodity.hs, $0.commodity.cn) = ("720837", "72083800") },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let hs = good.commodity.hs, let cn = good.commodity.cn, hs.utf8.count == 6, cn.utf8.count >= 6 else {
            return .notApplicable
        }
        if !cn.utf8.starts(with: hs.utf8) {
            findings.report(
                "code of the Harmonized System is \(hs), but the commodity code is \(cn)", at: \.commodity.hs)
        }
        return .checked
    }
}
