import EmissionsDiagnostics
import EmissionsModel

enum IndirectEmissionsNotCounted: Rule {
    static let about = RuleDescription(
        code: "EE-020", severity: .note, title: "indirect emissions are stated for a good that counts direct ones only",
        explanation: """
            From 2026, iron and steel, aluminum and hydrogen are declared with their direct emissions only.
            Indirect ones may be communicated, but do not count.
            """,
        remedy: "Leave the indirect emissions out of the total.",
        references: [.cbam("Annex II"), .cbamCalculation("Article 3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("cement, where they count", in: { $0.good = .cement }) {
            $0.embeddedEmissions.indirect.specific = ExactDecimal("0.1")
        },
        .accepts("steel, stated as nothing", in: { $0.good = .steel }) {
            $0.embeddedEmissions.indirect.specific = 0
        },
        .rejects("steel", at: \.embeddedEmissions.indirect.specific, in: { $0.good = .steel }) {
            $0.embeddedEmissions.indirect.specific = ExactDecimal("0.2")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let indirect = footprint.embeddedEmissions.indirect.specific, let category = context.category,
            category.isDirectOnly
        else { return .notApplicable }
        if !indirect.isZero {
            findings.report(
                "indirect emissions are \(indirect), but only direct ones count",
                at: \.embeddedEmissions.indirect.specific)
        }
        return .checked
    }
}
