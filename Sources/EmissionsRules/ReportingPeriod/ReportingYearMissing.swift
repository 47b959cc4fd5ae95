import EmissionsDiagnostics
import EmissionsModel

enum ReportingYearMissing: Rule {
    static let about = RuleDescription(
        code: "REP-001", title: "year of the filing is missing",
        explanation: "Nobody can tell which imports the filing is about.",
        remedy: "State the year in four digits, for example 2025.",
        references: [.cbamTransitional("Annex I"), .cbam("Article 35")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("a year") { $0.reportingPeriod.year = "2025" },
        .rejects("none", at: \.reportingPeriod.year) { _ in },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        if header.reportingPeriod.year == nil {
            findings.report("year of the filing is missing", at: \.reportingPeriod.year)
        }
        return .checked
    }
}
