import EmissionsDiagnostics
import EmissionsModel

enum ValidityExpired: Rule {
    static let about = RuleDescription(
        code: "VAL-004", severity: .note, title: "footprint is no longer valid",
        explanation: """
            Expired figures may be kept, but should not be used for new purchases. Where PACT footprints state
            no validity, they are valid for three years after their reference period.
            """,
        remedy: "Ask the supplier for a newer footprint.",
        references: [.pact("validityPeriodEnd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("valid until next year", in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.validity.end = Timestamp("2027-12-31")
        },
        .accepts("valid through today", in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.validity.end = Timestamp("2026-06-30")
        },
        .rejects("expired yesterday", at: \.validity.end, in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.validity.end = Timestamp("2026-06-29")
        },
        .rejects(
            "no validity, and data of 2021", at: \.referencePeriod.end, in: { $0.today = CalendarDay(2026, 6, 30) }
        ) {
            $0.referencePeriod = Period("2021-01-01", "2021-12-31")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        if let end = footprint.validity.end {
            if end.day.seconds < context.today.seconds {
                findings.report("validity ended at \(end)", at: \.validity.end)
            }
            return .checked
        }
        guard let end = footprint.referencePeriod.end, !context.isInGood else { return .notApplicable }
        if end.day.adding(years: 3).seconds < context.today.seconds {
            findings.report(
                "reference period ended at \(end), more than three years ago", at: \.referencePeriod.end)
        }
        return .checked
    }
}
