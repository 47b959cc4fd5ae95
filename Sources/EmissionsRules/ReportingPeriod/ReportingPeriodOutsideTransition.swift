import EmissionsDiagnostics
import EmissionsModel

enum ReportingPeriodOutsideTransition: Rule {
    static let about = RuleDescription(
        code: "REP-004", severity: .warning, title: "filing is for a quarter outside the transitional period",
        explanation: "Quarterly reports exist for the fourth quarter of 2023 to the fourth quarter of 2025 only.",
        remedy: "Check year and quarter; imports from 2026 on go into the yearly declaration.",
        references: [.cbam("Article 32")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("the first") { $0.reportingPeriod = ReportingPeriod(.fourth, "2023") },
        .accepts("the last") { $0.reportingPeriod = ReportingPeriod(.fourth, "2025") },
        .rejects("one too early", at: \.reportingPeriod) { $0.reportingPeriod = ReportingPeriod(.third, "2023") },
        .rejects("one too late", at: \.reportingPeriod) { $0.reportingPeriod = ReportingPeriod(.first, "2026") },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        let period = header.reportingPeriod
        guard let year = period.yearNumber, let quarter = period.quarter else { return .notApplicable }
        if period.isSince(.fourth, 2023), !period.isSince(.first, 2026) { return .checked }
        findings.report(
            "\(quarter.rawValue) \(year) is not in the transitional period, Q4 2023 to Q4 2025", at: \.reportingPeriod)
        return .checked
    }
}
