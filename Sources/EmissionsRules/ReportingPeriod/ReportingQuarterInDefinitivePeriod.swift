import EmissionsDiagnostics
import EmissionsModel

enum ReportingQuarterInDefinitivePeriod: Rule {
    static let about = RuleDescription(
        code: "REP-007", severity: .warning, title: "filing under the definitive rules is for a quarter",
        explanation: "From 2026 on there is one declaration for each calendar year.",
        remedy: "Leave the quarter out, and declare all imports of the year.",
        references: [.cbam("Article 6")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("a year") { $0.reportingPeriod.year = "2026" },
        .rejects("a quarter of it", at: \.reportingPeriod.quarter) {
            $0.reportingPeriod = ReportingPeriod(.first, "2026")
        },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        if let quarter = header.reportingPeriod.quarter {
            findings.report("filing is for \(quarter.rawValue), must be for a year", at: \.reportingPeriod.quarter)
        }
        return .checked
    }
}
