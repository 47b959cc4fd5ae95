import EmissionsDiagnostics
import EmissionsModel

enum IndirectEmissionsOfElectricity: Rule {
    static let about = RuleDescription(
        code: "EE-004", title: "electricity has indirect emissions",
        explanation: "Electricity has direct emissions only: those of the power plants that made it.",
        remedy: "Leave the indirect emissions out.",
        references: [.cbamTransitional("Annex III, section D"), .cbamManual("indirect emissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("steel", in: { $0.good = .steel }) { $0.embeddedEmissions.indirect.specific = 1 },
        .accepts("electricity without them", in: { $0.good = .electricity }) {
            $0.embeddedEmissions.direct.specific = ExactDecimal("0.4")
        },
        .rejects("electricity", at: \.embeddedEmissions.indirect, in: { $0.good = .electricity }) {
            $0.embeddedEmissions.indirect.specific = 1
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard context.category == .electricity else { return .notApplicable }
        if let indirect = footprint.embeddedEmissions.indirect.specific {
            findings.report("electricity has indirect emissions of \(indirect)", at: \.embeddedEmissions.indirect)
        }
        return .checked
    }
}
