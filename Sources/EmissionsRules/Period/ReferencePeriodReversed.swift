import EmissionsDiagnostics
import EmissionsModel

enum ReferencePeriodReversed: Rule {
    static let about = RuleDescription(
        code: "PER-001", title: "reference period does not end after it starts",
        explanation: """
            The reference period is when the activity data was collected. One that covers no time has no data.
            """,
        remedy: "Check that start and end are not swapped; the end is the first moment after the period.",
        references: [.iso14067("6.3.6"), .pact("referencePeriodStart, referencePeriodEnd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a calendar year") { $0.referencePeriod = Period("2024-01-01", "2024-12-31") },
        .accepts("a single day, given without a time") { $0.referencePeriod = Period("2024-01-01", "2024-01-01") },
        .accepts("an open end") { $0.referencePeriod.start = Timestamp("2024-01-01") },
        .rejects("swapped", at: \.referencePeriod.end) { $0.referencePeriod = Period("2024-12-31", "2024-01-01") },
        .rejects("a moment", at: \.referencePeriod.end) {
            $0.referencePeriod = Period("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let start = footprint.referencePeriod.start, let end = footprint.referencePeriod.end else {
            return .notApplicable
        }
        if end < start || end.seconds == start.seconds && end.hasTime {
            findings.report(.reversed(start, end), at: \.referencePeriod.end)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func reversed(_ start: Timestamp, _ end: Timestamp) -> Self {
        "reference period ends at \(end), not after it starts at \(start)"
    }
}
