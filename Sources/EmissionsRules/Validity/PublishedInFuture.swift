import EmissionsDiagnostics
import EmissionsModel

enum PublishedInFuture: Rule {
    static let about = RuleDescription(
        code: "VAL-015", severity: .warning, title: "declaration is published in the future",
        explanation: "What is not published yet is no declaration; most often a digit of the date is wrong.",
        remedy: "Check the date of publication.",
        references: [.en15804A2("7.1 f"), .iso14025("7.2.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("today", in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.declaration.validity.published = Timestamp("2026-06-30")
        },
        .rejects("next year", at: \.declaration.validity.published, in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.declaration.validity.published = Timestamp("2027-06-30")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let published = footprint.declaration.validity.published else { return .notApplicable }
        if published.day.seconds > context.today.seconds + 86_400 {
            findings.report(
                "declaration is published on \(published), still to come", at: \.declaration.validity.published)
        }
        return .checked
    }
}
