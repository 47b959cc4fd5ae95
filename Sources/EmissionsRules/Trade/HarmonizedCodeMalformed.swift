import EmissionsDiagnostics
import EmissionsModel

enum HarmonizedCodeMalformed: Rule {
    static let about = RuleDescription(
        code: "TRD-003", title: "code of the Harmonized System does not have six digits",
        explanation: """
            The Harmonized System is the part of commodity codes that all countries share, and has six digits.
            """,
        remedy: "State the first six digits of the commodity code.",
        references: [.cbamTransitional("Annex I"), Reference("Harmonized System Convention", "Annex")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("six digits") { $0.commodity.hs = "720837" },
        .rejects("eight digits", at: \.commodity.hs) { $0.commodity.hs = "72083700" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let code = good.commodity.hs else { return .notApplicable }
        if !code.isDigits(6) {
            findings.report(
                "code of the Harmonized System is \(code), must have six digits", at: \.commodity.hs,
                fix: .digits(code, 6))
        } else if !code.isInTariff {
            findings.report("code \(code) is in a chapter that does not exist", at: \.commodity.hs)
        }
        return .checked
    }
}
