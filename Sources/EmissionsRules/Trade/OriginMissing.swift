import EmissionsDiagnostics
import EmissionsModel

enum OriginMissing: Rule {
    static let about = RuleDescription(
        code: "TRD-011", title: "country of origin is missing",
        explanation: """
            The mechanism applies by non-preferential origin, which need not be where a good was shipped from.
            """,
        remedy: "State the country of origin of the customs declaration.",
        references: [.cbamTransitional("Annex I"), .cbam("Article 2")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("India") { $0.originCountry = "IN" },
        .rejects("none", at: \.originCountry) { $0.commodity.cn = "72083700" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        if good.originCountry == nil {
            findings.report("country of origin is missing", at: \.originCountry)
        }
        return .checked
    }
}
