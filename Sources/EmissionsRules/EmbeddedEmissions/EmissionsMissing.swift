import EmissionsDiagnostics
import EmissionsModel

enum EmissionsMissing: Rule {
    static let about = RuleDescription(
        code: "EE-001", title: "good has no emissions",
        explanation: "A good is reported for the emissions that are in it.",
        remedy: "Add the emissions of each installation that the good comes from.",
        references: [.cbam("Article 35"), .cbamTransitional("Article 3")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("one installation") { $0.footprints = [ProductFootprint()] },
        .rejects("none", at: \.footprints) { $0.commodity.cn = "72083700" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        if good.footprints.isEmpty {
            findings.report("good has no emissions", at: \.footprints)
        }
        return .checked
    }
}
