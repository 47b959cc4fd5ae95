import EmissionsDiagnostics
import EmissionsModel

enum CommodityCodeMalformed: Rule {
    static let about = RuleDescription(
        code: "TRD-002", title: "commodity code does not have eight digits",
        explanation: """
            The Combined Nomenclature has codes of eight digits. Shorter ones name several goods; longer ones
            are of the TARIC.
            """,
        remedy: "State the eight digits without spaces, as in the customs declaration.",
        references: [.cbamTransitional("Annex I"), Reference("Regulation (EEC) No 2658/87", "Article 3")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("eight digits") { $0.commodity.cn = "72083700" },
        .rejects("six digits", at: \.commodity.cn) { $0.commodity.cn = "720837" },
        .rejects("spaces", at: \.commodity.cn) { $0.commodity.cn = "7208 37 00" },
        .rejects("a chapter that does not exist", at: \.commodity.cn) { $0.commodity.cn = "77010000" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let code = good.commodity.cn else { return .notApplicable }
        if !code.isDigits(8) {
            findings.report(
                "commodity code is \(code), must have eight digits", at: \.commodity.cn, fix: .digits(code, 8))
        } else if !code.isInTariff {
            findings.report("commodity code \(code) is in a chapter that does not exist", at: \.commodity.cn)
        }
        return .checked
    }
}
