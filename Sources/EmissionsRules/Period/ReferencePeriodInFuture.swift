import EmissionsDiagnostics
import EmissionsModel

enum ReferencePeriodInFuture: Rule {
    static let about = RuleDescription(
        code: "PER-007", severity: .warning, title: "reference period is not over yet",
        explanation: """
            Activity data can't have been collected for a time that has not come. Either the dates are wrong or
            the figures are a forecast.
            """,
        remedy: "Correct the period, or say that the figures are a forecast.",
        references: [.iso14067("6.3.6"), .pact("referencePeriodEnd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("last year", in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.referencePeriod = Period("2025-01-01", "2025-12-31")
        },
        .rejects("this year", at: \.referencePeriod.end, in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.referencePeriod = Period("2026-01-01", "2026-12-31")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let end = footprint.referencePeriod.end else { return .notApplicable }
        if end.seconds > context.today.seconds + 86_400 {
            findings.report("reference period ends at \(end), which is still to come", at: \.referencePeriod.end)
        }
        return .checked
    }
}
