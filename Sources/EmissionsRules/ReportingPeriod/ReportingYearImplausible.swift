import EmissionsDiagnostics
import EmissionsModel

enum ReportingYearImplausible: Rule {
    static let about = RuleDescription(
        code: "REP-002", severity: .warning, title: "year of the filing is not a year of the mechanism",
        explanation: """
            Reporting began in 2023, and a filing can't be about a year to come. The schema takes any number of
            up to four digits, `24` for 2024 included.
            """,
        remedy: "State the year in four digits, for example 2025.",
        references: [.cbamTransitional("Annex I"), .cbam("Article 35")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("the first year") { $0.reportingPeriod.year = "2023" },
        .rejects("two digits", at: \.reportingPeriod.year) { $0.reportingPeriod.year = "24" },
        .rejects("a typing error", at: \.reportingPeriod.year) { $0.reportingPeriod.year = "20229" },
        .rejects("a year to come", at: \.reportingPeriod.year, in: { $0.today = CalendarDay(2026, 6, 30) }) {
            $0.reportingPeriod.year = "2027"
        },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        guard let year = header.reportingPeriod.year else { return .notApplicable }
        if let number = header.reportingPeriod.yearNumber, number >= 2023, number <= context.today.year {
            return .checked
        }
        findings.report(
            "year of the filing is \(year), must be from 2023 to \(context.today.year)", at: \.reportingPeriod.year)
        return .checked
    }
}
