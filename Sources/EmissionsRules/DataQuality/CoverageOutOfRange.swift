import EmissionsDiagnostics
import EmissionsModel

enum CoverageOutOfRange: Rule {
    static let about = RuleDescription(
        code: "DQ-011", title: "coverage of the data quality rating is not from 0 to 100 percent",
        explanation: """
            Coverage says how much of the footprint was rated: not less than nothing, and not more than
            everything.
            """,
        remedy: "State the coverage in percent, for example 95.",
        references: [.pact2("dqi: coveragePercent")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("nearly all") { $0.dataQuality.coverage = 95 },
        .rejects("more than everything", at: \.dataQuality.coverage) { $0.dataQuality.coverage = 120 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let coverage = footprint.dataQuality.coverage else { return .notApplicable }
        if coverage.isNegative || coverage > 100 {
            findings.report("coverage is \(coverage) percent, must be from 0 to 100", at: \.dataQuality.coverage)
        }
        return .checked
    }
}
