import EmissionsDiagnostics
import EmissionsModel

enum EmissionsNegative: Rule {
    static let about = RuleDescription(
        code: "EE-005", title: "embedded emissions are negative",
        explanation: """
            Where a calculation gives less than nothing, as when more heat leaves a process than its fuel
            explains, the regulation says to report zero.
            """,
        remedy: "Check the sign, or report zero.",
        references: [.cbamTransitional("Annex III, section F")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("nothing") { $0.embeddedEmissions.direct.specific = 0 },
        .rejects("less than nothing", at: \.embeddedEmissions.direct.specific) {
            $0.embeddedEmissions.direct.specific = -1
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.embeddedEmissions.direct.specific != nil || footprint.embeddedEmissions.indirect.specific != nil
        else { return .notApplicable }
        if let direct = footprint.embeddedEmissions.direct.specific, direct.isNegative {
            findings.report(
                "direct emissions are \(direct), must not be negative", at: \.embeddedEmissions.direct.specific)
        }
        if let indirect = footprint.embeddedEmissions.indirect.specific, indirect.isNegative {
            findings.report(
                "indirect emissions are \(indirect), must not be negative", at: \.embeddedEmissions.indirect.specific)
        }
        return .checked
    }
}
