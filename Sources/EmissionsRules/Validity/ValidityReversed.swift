import EmissionsDiagnostics
import EmissionsModel

enum ValidityReversed: Rule {
    static let about = RuleDescription(
        code: "VAL-001", title: "validity does not end after it starts",
        explanation: "A footprint that is never valid can't be used.",
        remedy: "Check that start and end are not swapped; the end is the first moment after the period.",
        references: [.pact("validityPeriodStart, validityPeriodEnd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("three years") { $0.validity = Period("2025-01-01", "2027-12-31") },
        .accepts("a single day, given without a time") { $0.validity = Period("2025-01-01", "2025-01-01") },
        .rejects("swapped", at: \.validity.end) { $0.validity = Period("2027-12-31", "2025-01-01") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let start = footprint.validity.start, let end = footprint.validity.end else { return .notApplicable }
        if end < start || end.seconds == start.seconds && end.hasTime {
            findings.report("validity ends at \(end), not after it starts at \(start)", at: \.validity.end)
        }
        return .checked
    }
}
