import EmissionsDiagnostics
import EmissionsModel

enum ReferencePeriodLong: Rule {
    static let about = RuleDescription(
        code: "PER-003", severity: .note, title: "reference period is longer than a year",
        explanation: """
            Seasons and operating conditions repeat yearly, so that one year is the usual period for activity
            data. A longer one averages over changes in the process; that can be right, and should be said.
            """,
        remedy: "Use the latest full year, or explain why the data is averaged over a longer time.",
        references: [.iso14067("6.3.6"), .cbamTransitional("Annex III"), .cbamCalculation("Article 7")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a calendar year") {
            $0.referencePeriod = Period("2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")
        },
        .accepts("a leap year, by its first and last days") { $0.referencePeriod = Period("2024-01-01", "2024-12-31") },
        .rejects("three years", at: \.referencePeriod) { $0.referencePeriod = Period("2022-01-01", "2024-12-31") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let start = footprint.referencePeriod.start, let end = footprint.referencePeriod.end else {
            return .notApplicable
        }
        if end.seconds > start.day.adding(years: 1).seconds + 86_399 {
            findings.report(.long(start, end), at: \.referencePeriod)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func long(_ start: Timestamp, _ end: Timestamp) -> Self {
        "reference period from \(start) to \(end) has \((end.seconds - start.seconds) / 86_400) days, more than a year"
    }
}
