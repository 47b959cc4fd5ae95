import EmissionsDiagnostics
import EmissionsModel

enum ValidityTooLong: Rule {
    static let about = RuleDescription(
        code: "VAL-003", severity: .warning, title: "validity ends more than three years after the reference period",
        explanation: """
            Processes, suppliers and electricity change. PACT lets nobody use a footprint for more than three
            years after its data.
            """,
        remedy: "End the validity three years after the reference period at the latest.",
        references: [.pact("validityPeriodEnd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("three years to the day") {
            $0.referencePeriod.end = Timestamp("2025-01-01T00:00:00Z")
            $0.validity.end = Timestamp("2028-01-01T00:00:00Z")
        },
        .accepts("three years of days that are given without times") {
            ($0.referencePeriod.end, $0.validity.end) = (Timestamp("2024-12-31"), Timestamp("2027-12-31"))
        },
        .accepts("as long as a policy allows", in: { $0.limits.validityYears = 5 }) {
            ($0.referencePeriod.end, $0.validity.end) = (Timestamp("2024-12-31"), Timestamp("2029-12-31"))
        },
        .rejects("five years", at: \.validity.end) {
            ($0.referencePeriod.end, $0.validity.end) = (Timestamp("2024-12-31"), Timestamp("2029-12-31"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let end = footprint.validity.end, let data = footprint.referencePeriod.end else { return .notApplicable }
        let years = context.limits.validityYears
        if end.day.seconds > data.day.adding(years: years).seconds {
            findings.report(.long(end, data, years), at: \.validity.end)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func long(_ end: Timestamp, _ data: Timestamp, _ years: Int) -> Self {
        """
        validity ends at \(end), more than \(years == 3 ? "three" : "\(years)") years after the reference period \
        ended at \(data)
        """
    }
}
