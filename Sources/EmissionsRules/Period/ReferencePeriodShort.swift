import EmissionsDiagnostics
import EmissionsModel

enum ReferencePeriodShort: Rule {
    static let about = RuleDescription(
        code: "PER-004", severity: .warning, title: "reference period is shorter than three months",
        explanation: """
            Where another period than the calendar or fiscal year is used, the regulation wants at least three
            months, so that the values are representative.
            """,
        remedy: "Extend the period to three months or more.",
        references: [.cbamTransitional("Annex III")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a quarter") { $0.referencePeriod = Period("2024-01-01", "2024-03-31") },
        .accepts("February to April") { $0.referencePeriod = Period("2025-02-01", "2025-04-30") },
        .rejects("one month", at: \.referencePeriod) { $0.referencePeriod = Period("2024-01-01", "2024-01-31") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let start = footprint.referencePeriod.start, let end = footprint.referencePeriod.end else {
            return .notApplicable
        }
        // The shortest three months are February to April; their last day may or may not be counted in.
        if end > start, end.seconds - start.seconds < 88 * 86_400 {
            findings.report(.short(start, end), at: \.referencePeriod)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func short(_ start: Timestamp, _ end: Timestamp) -> Self {
        "reference period from \(start) to \(end) has \((end.seconds - start.seconds) / 86_400) days, less than a quarter"
    }
}
