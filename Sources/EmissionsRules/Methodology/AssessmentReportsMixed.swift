import EmissionsDiagnostics
import EmissionsModel

enum AssessmentReportsMixed: Rule {
    static let about = RuleDescription(
        code: "MET-003", severity: .warning, title: "several assessment reports are named",
        explanation: """
            One total can't have been made with two sets of global warming potentials without one part being
            wrong for the other.
            """,
        remedy: "Recalculate the whole footprint with one report, and name that one only, once.",
        references: [.iso14067("6.5.1"), .pact("ipccCharacterizationFactors")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one") { $0.methodology.assessmentReports = [AssessmentReport(number: 6)] },
        .rejects("two", at: \.methodology.assessmentReports) {
            $0.methodology.assessmentReports = [AssessmentReport(number: 5), AssessmentReport(number: 6)]
        },
        .rejects("one, twice", at: \.methodology.assessmentReports) {
            $0.methodology.assessmentReports = [AssessmentReport(number: 6), AssessmentReport(number: 6)]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let reports = footprint.methodology.assessmentReports
        guard !reports.isEmpty else { return .notApplicable }
        if reports.count > 1 { findings.report(.several(reports), at: \.methodology.assessmentReports) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func several(_ reports: [AssessmentReport]) -> Self {
        "\(reports.count) assessment reports are named: \(reports.map(\.description).joined(separator: ", "))"
    }
}
