import EmissionsDiagnostics
import EmissionsModel

enum VerificationInFuture: Rule {
    static let about = RuleDescription(
        code: "VER-002", severity: .warning, title: "verification is dated in the future",
        explanation: "What has not happened can't be relied on yet.",
        remedy: "Correct the date, or add the verification when it is complete.",
        references: [.pact("verification: completedAt")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("last month", in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.verification.completed = Timestamp("2026-05-31T12:00:00Z")
        },
        .rejects("next year", at: \.verification.completed, in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.verification.completed = Timestamp("2027-05-31T12:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let completed = footprint.verification.completed else { return .notApplicable }
        if completed.seconds >= context.today.seconds + 2 * 86_400 {
            findings.report("verification was completed at \(completed), still to come", at: \.verification.completed)
        }
        return .checked
    }
}
