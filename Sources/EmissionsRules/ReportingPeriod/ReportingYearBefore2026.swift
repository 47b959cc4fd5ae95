import EmissionsDiagnostics
import EmissionsModel

enum ReportingYearBefore2026: Rule {
    static let about = RuleDescription(
        code: "REP-006", title: "filing under the definitive rules is for a year before 2026",
        explanation: """
            The definitive period begins with imports of 2026. Earlier imports are reported by the quarter,
            under the transitional rules.
            """,
        remedy: "Check the year, or file a quarterly report.",
        references: [.cbam("Article 36"), .cbamCalculation("Article 1")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("2026") { $0.reportingPeriod.year = "2026" },
        .rejects("2025", at: \.reportingPeriod.year) { $0.reportingPeriod.year = "2025" },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        guard let year = header.reportingPeriod.yearNumber else { return .notApplicable }
        if year < 2026 {
            findings.report("filing is for \(year), the definitive period begins with 2026", at: \.reportingPeriod.year)
        }
        return .checked
    }
}
