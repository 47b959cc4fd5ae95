import EmissionsDiagnostics
import EmissionsModel

enum EmissionsTooPrecise: Rule {
    static let about = RuleDescription(
        code: "EE-007", severity: .warning, title: "embedded emissions have more than five decimals",
        explanation: """
            The regulation rounds specific embedded emissions to five decimals. The schema of quarterly reports
            takes seven.
            """,
        remedy: "Round to five decimals.",
        references: [.cbamTransitional("Annex III, section A")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("five decimals") { $0.embeddedEmissions.direct.specific = ExactDecimal("1.53921") },
        .rejects("six decimals", at: \.embeddedEmissions.direct.specific) {
            $0.embeddedEmissions.direct.specific = ExactDecimal("1.539217")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.embeddedEmissions.direct.specific != nil || footprint.embeddedEmissions.indirect.specific != nil
        else { return .notApplicable }
        if let direct = footprint.embeddedEmissions.direct.specific, direct.scale > 5, direct.decimals > 5 {
            findings.report(
                "direct emissions are \(direct), must not have more than five decimals",
                at: \.embeddedEmissions.direct.specific)
        }
        if let indirect = footprint.embeddedEmissions.indirect.specific, indirect.scale > 5, indirect.decimals > 5 {
            findings.report(
                "indirect emissions are \(indirect), must not have more than five decimals",
                at: \.embeddedEmissions.indirect.specific)
        }
        return .checked
    }
}
