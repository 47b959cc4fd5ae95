import EmissionsDiagnostics
import EmissionsModel

enum ReferencePeriodNotCalendarYear: Rule {
    static let about = RuleDescription(
        code: "PER-005", severity: .warning, title: "reference period is not one calendar year",
        explanation: """
            From 2026, embedded emissions are calculated for the calendar year in which the goods were produced.
            """,
        remedy: "Calculate the emissions for the whole calendar year of production.",
        references: [.cbamCalculation("Article 7")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("by its first and last days") { $0.referencePeriod = Period("2026-01-01", "2026-12-31") },
        .accepts("up to the next new year") {
            $0.referencePeriod = Period("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
        },
        .rejects("a fiscal year", at: \.referencePeriod) { $0.referencePeriod = Period("2026-04-01", "2027-03-31") },
        .rejects("two years", at: \.referencePeriod) { $0.referencePeriod = Period("2026-01-01", "2027-12-31") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let start = footprint.referencePeriod.start, let end = footprint.referencePeriod.end else {
            return .notApplicable
        }
        let first = start.day
        let next = CalendarDay(first.year + 1, 1, 1).seconds
        let isYear = first.month == 1 && first.day == 1 && (next - 86_400...next).contains(end.seconds)
        if !isYear { findings.report(.notAYear(start, end), at: \.referencePeriod) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func notAYear(_ start: Timestamp, _ end: Timestamp) -> Self {
        "reference period is from \(start) to \(end), must be one calendar year"
    }
}
