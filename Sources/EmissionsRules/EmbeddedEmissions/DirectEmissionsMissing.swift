import EmissionsDiagnostics
import EmissionsModel

enum DirectEmissionsMissing: Rule {
    static let about = RuleDescription(
        code: "EE-002", title: "direct emissions are missing",
        explanation: "Direct emissions are in every good.",
        remedy: "State the direct embedded emissions per tonne, or per megawatt hour of electricity.",
        references: [.cbamTransitional("Article 4 and Annex III"), .cbamCalculation("Article 3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("stated", in: { $0.good = ImportedGood() }) { $0.embeddedEmissions.direct.specific = 2 },
        .accepts("a footprint that belongs to no imported good") { _ in },
        .rejects("not stated", at: \.embeddedEmissions.direct.specific, in: { $0.good = ImportedGood() }) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard context.isInGood else { return .notApplicable }
        if footprint.embeddedEmissions.direct.specific == nil {
            findings.report("direct emissions are missing", at: \.embeddedEmissions.direct.specific)
        }
        return .checked
    }
}
