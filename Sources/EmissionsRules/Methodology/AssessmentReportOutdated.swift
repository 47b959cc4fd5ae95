import EmissionsDiagnostics
import EmissionsModel

enum AssessmentReportOutdated: Rule {
    static let about = RuleDescription(
        code: "MET-002", severity: .warning,
        title: "global warming potentials are not those of the latest assessment report",
        explanation: """
            The sixth assessment report has been the latest since 2021. PACT expects it, and figures under older
            reports are not quite comparable.
            """,
        remedy: "Recalculate with the global warming potentials of AR6.",
        references: [.pact("ipccCharacterizationFactors"), .iso14067("6.5.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the sixth report") { $0.methodology.assessmentReports = [AssessmentReport(number: 6)] },
        .rejects("the fifth report", at: "methodology.assessmentReports[0]") {
            $0.methodology.assessmentReports = [AssessmentReport(number: 5)]
        },
        .rejects("the fifth report, in PACT 2's older field", at: \.methodology.characterizationFactors) {
            $0.methodology.characterizationFactors = AssessmentReport(number: 5)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let (reports, factors) = (
            footprint.methodology.assessmentReports, footprint.methodology.characterizationFactors
        )
        guard !reports.isEmpty || factors != nil else { return .notApplicable }
        for (index, report) in reports.enumerated() where report.number < 6 {
            findings.report("\(report) is older than AR6", at: \.methodology.assessmentReports, index)
        }
        if reports.isEmpty, let report = factors, report.number < 6 {
            findings.report("\(report) is older than AR6", at: \.methodology.characterizationFactors)
        }
        return .checked
    }
}
