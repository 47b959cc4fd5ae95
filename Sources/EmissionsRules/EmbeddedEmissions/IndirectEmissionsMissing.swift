import EmissionsDiagnostics
import EmissionsModel

enum IndirectEmissionsMissing: Rule {
    static let about = RuleDescription(
        code: "EE-003", title: "indirect emissions are missing",
        explanation: """
            In the transitional period, the emissions of the electricity that a process uses are reported for
            all goods but electricity itself.
            """,
        remedy: "State the indirect embedded emissions per tonne.",
        references: [.cbamTransitional("Article 4 and Annex III"), .cbamManual("indirect emissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("stated", in: { $0.good = .steel }) { $0.embeddedEmissions.indirect.specific = 1 },
        .accepts("electricity", in: { $0.good = .electricity }) { _ in },
        .rejects("not stated", at: \.embeddedEmissions.indirect.specific, in: { $0.good = .steel }) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let category = context.category, category != .electricity else { return .notApplicable }
        if footprint.embeddedEmissions.indirect.specific == nil {
            findings.report("indirect emissions are missing", at: \.embeddedEmissions.indirect.specific)
        }
        return .checked
    }
}
