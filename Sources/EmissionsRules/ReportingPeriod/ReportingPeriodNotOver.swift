import EmissionsDiagnostics
import EmissionsModel

enum ReportingPeriodNotOver: Rule {
    static let about = RuleDescription(
        code: "REP-005", severity: .warning, title: "filing is for a period that is not over",
        explanation: "Goods can still be imported in it, so the filing can't be complete.",
        remedy: "Check year and quarter, or file when the period is over.",
        references: [.cbam("Article 35")])

    static let examples: [RuleExample<SubmissionHeader>] = [
        .accepts("last quarter", in: { $0.today = CalendarDay(2025, 7, 1) }) {
            $0.reportingPeriod = ReportingPeriod(.second, "2025")
        },
        .accepts("last year", in: { $0.today = CalendarDay(2027, 1, 1) }) { $0.reportingPeriod.year = "2026" },
        .rejects("this quarter", at: \.reportingPeriod, in: { $0.today = CalendarDay(2025, 6, 30) }) {
            $0.reportingPeriod = ReportingPeriod(.second, "2025")
        },
    ]

    static func check(
        _ header: SubmissionHeader, in context: RuleContext, _ findings: inout Findings<SubmissionHeader>
    ) -> Applicability {
        guard let year = header.reportingPeriod.yearNumber else { return .notApplicable }
        let quarter = header.reportingPeriod.quarter ?? .fourth
        let next = quarter == .fourth ? CalendarDay(year + 1, 1, 1) : CalendarDay(year, quarter.number * 3 + 1, 1)
        if context.today.seconds < next.seconds {
            findings.report(.notOver(header.reportingPeriod.quarter, year), at: \.reportingPeriod)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func notOver(_ quarter: Quarter?, _ year: Int) -> Self {
        "filing is for \(quarter.map { "\($0.rawValue) " } ?? "")\(year), which is not over"
    }
}
