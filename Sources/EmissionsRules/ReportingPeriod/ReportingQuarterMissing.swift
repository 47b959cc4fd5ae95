import EmissionsDiagnostics
import EmissionsModel

enum ReportingQuarterMissing: Rule {
    static let about = RuleDescription(
        code: "REP-003", title: "quarter of the filing is missing",
        explanation: "In the transitional period, filings are quarterly.",
        remedy: "State the quarter in which the goods were imported.",
        references: [.cbam("Article 35")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("a quarter") { $0.reportingPeriod = ReportingPeriod(.fourth, "2024") },
        .rejects("none", at: \.reportingPeriod.quarter) { $0.reportingPeriod.year = "2024" },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        if header.reportingPeriod.quarter == nil {
            findings.report("quarter of the filing is missing", at: \.reportingPeriod.quarter)
        }
        return .checked
    }
}
