import EmissionsDiagnostics
import EmissionsModel

enum ValidityBeforeDataComplete: Rule {
    static let about = RuleDescription(
        code: "VAL-002", severity: .warning, title: "validity starts before the reference period ends",
        explanation: "A footprint can't be used before its data is complete.",
        remedy: "Let the validity start when the reference period ends, or later.",
        references: [.pact("validityPeriodStart")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("from the end of the data on") {
            $0.referencePeriod.end = Timestamp("2025-01-01T00:00:00Z")
            $0.validity.start = Timestamp("2025-01-01T00:00:00Z")
        },
        .rejects("half a year early", at: \.validity.start) {
            $0.referencePeriod.end = Timestamp("2025-01-01T00:00:00Z")
            $0.validity.start = Timestamp("2024-07-01T00:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let start = footprint.validity.start, let end = footprint.referencePeriod.end else {
            return .notApplicable
        }
        if start < end {
            findings.report(
                "validity starts at \(start), before the reference period ends at \(end)", at: \.validity.start)
        }
        return .checked
    }
}
