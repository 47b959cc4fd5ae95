import EmissionsDiagnostics
import EmissionsModel

enum CreatedInFuture: Rule {
    static let about = RuleDescription(
        code: "ID-007", severity: .warning, title: "footprint is dated in the future",
        explanation: """
            A time that has not come is usually a wrong clock or a wrong century, and makes the footprint win
            over all later ones.
            """,
        remedy: "Correct the time of creation.",
        references: [.pact("created")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("yesterday", in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.identity.created = Timestamp("2026-06-29T12:00:00Z")
        },
        .rejects("next year", at: \.identity.created, in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.identity.created = Timestamp("2027-06-29T12:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let created = footprint.identity.created else { return .notApplicable }
        if created.seconds >= context.today.seconds + 2 * 86_400 {
            findings.report("footprint was created at \(created), which is still to come", at: \.identity.created)
        }
        return .checked
    }
}
