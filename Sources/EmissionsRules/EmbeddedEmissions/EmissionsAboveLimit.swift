import EmissionsDiagnostics
import EmissionsModel

enum EmissionsAboveLimit: Rule {
    static let about = RuleDescription(
        code: "EE-006", severity: .warning, title: "embedded emissions are above 35 tonnes per tonne",
        explanation: """
            No covered good comes near it: the highest default value of all is below 27. Kilograms in place of
            tonnes, or the total in place of the value per tonne, are the usual reasons.
            """,
        remedy: "Check that the value is in tonnes of CO₂ equivalent per tonne of good.",
        references: [.cbamManual("upload checks"), Reference("Implementing Regulation (EU) 2025/2621", "Annex I")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("steel") { $0.embeddedEmissions.direct.specific = 2 },
        .rejects("kilograms", at: \.embeddedEmissions.direct.specific) {
            ($0.embeddedEmissions.direct.specific, $0.embeddedEmissions.direct.unit) = (2140, .tonnesCO2e)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let (direct, indirect) = (footprint.embeddedEmissions.direct, footprint.embeddedEmissions.indirect)
        guard
            direct.specific != nil && direct.unit != .kilogramsCO2e
                || indirect.specific != nil && indirect.unit != .kilogramsCO2e
        else { return .notApplicable }
        if let amount = direct.specific, direct.unit != .kilogramsCO2e, amount > 35 {
            findings.report(.high("direct", amount), at: \.embeddedEmissions.direct.specific)
        }
        if let amount = indirect.specific, indirect.unit != .kilogramsCO2e, amount > 35 {
            findings.report(.high("indirect", amount), at: \.embeddedEmissions.indirect.specific)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func high(_ kind: String, _ amount: ExactDecimal) -> Self {
        "\(kind) emissions are \(amount) tonnes per tonne, more than 35"
    }
}
