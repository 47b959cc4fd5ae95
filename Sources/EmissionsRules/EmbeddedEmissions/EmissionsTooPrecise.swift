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
        .accepts("as many as a policy allows", in: { $0.limits.emissionsDecimals = 6 }) {
            $0.embeddedEmissions.direct.specific = ExactDecimal("1.539217")
        },
        .rejects("six decimals", at: \.embeddedEmissions.direct.specific) {
            $0.embeddedEmissions.direct.specific = ExactDecimal("1.539217")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.embeddedEmissions.direct.specific != nil || footprint.embeddedEmissions.indirect.specific != nil
        else { return .notApplicable }
        let most = context.limits.emissionsDecimals
        if let direct = footprint.embeddedEmissions.direct.specific, direct.scale > most, direct.decimals > most {
            findings.report(.precise("direct", direct, most), at: \.embeddedEmissions.direct.specific)
        }
        if let indirect = footprint.embeddedEmissions.indirect.specific, indirect.scale > most, indirect.decimals > most
        {
            findings.report(.precise("indirect", indirect, most), at: \.embeddedEmissions.indirect.specific)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func precise(_ kind: String, _ amount: ExactDecimal, _ most: Int) -> Self {
        "\(kind) emissions are \(amount), must not have more than \(most) decimals"
    }
}
