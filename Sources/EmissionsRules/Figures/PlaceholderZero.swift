import EmissionsDiagnostics
import EmissionsModel

enum PlaceholderZero: Rule {
    static let about = RuleDescription(
        code: "FIG-007", severity: .note, title: "zero looks like a placeholder",
        explanation: """
            PACT's usability model lets first-time reporters write 0 for fossil emissions that they have not
            determined. Such a zero is no measurement, and no schema can tell the two apart.
            """,
        remedy: "Determine the figure, or tell your customers that it is a placeholder.",
        references: [Reference("PACT PCF Usability Model", "default values"), .pact3("fossilGhgEmissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a figure") {
            ($0.figures.excludingBiogenicUptake, $0.figures.fossil) = (.kilograms("2.63"), .kilograms("2.5"))
        },
        .accepts("nothing at all") {
            ($0.figures.excludingBiogenicUptake, $0.figures.fossil) = (.kilograms("0"), .kilograms("0"))
        },
        .rejects("emissions, but none of them fossil", at: \.figures.fossil) {
            ($0.figures.excludingBiogenicUptake, $0.figures.fossil) = (.kilograms("2.63"), .kilograms("0"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let total = footprint.figures.excludingBiogenicUptake, total.amount.isPositive,
            let fossil = footprint.figures.fossil
        else { return .notApplicable }
        if fossil.amount.isZero {
            findings.report("fossil emissions are 0 of \(total), which looks like a placeholder", at: \.figures.fossil)
        }
        return .checked
    }
}
