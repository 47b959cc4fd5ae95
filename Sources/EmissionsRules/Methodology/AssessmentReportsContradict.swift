import EmissionsDiagnostics
import EmissionsModel

enum AssessmentReportsContradict: Rule {
    static let about = RuleDescription(
        code: "MET-004", severity: .warning,
        title: "the two statements about global warming potentials contradict each other",
        explanation: """
            PACT 2 asks twice for the assessment report. Where the answers differ, nobody knows which one the
            figures follow.
            """,
        remedy: "Name the same report in both places.",
        references: [.pact2("characterizationFactors, ipccCharacterizationFactorsSources")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the same") {
            $0.methodology.characterizationFactors = AssessmentReport(number: 6)
            $0.methodology.assessmentReports = [AssessmentReport(number: 6)]
        },
        .rejects("the fifth here, the sixth there", at: \.methodology.characterizationFactors) {
            $0.methodology.characterizationFactors = AssessmentReport(number: 5)
            $0.methodology.assessmentReports = [AssessmentReport(number: 6)]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let report = footprint.methodology.characterizationFactors,
            !footprint.methodology.assessmentReports.isEmpty
        else { return .notApplicable }
        if !footprint.methodology.assessmentReports.contains(report) {
            findings.report(
                "\(report) is named here, but not among the assessment reports",
                at: \.methodology.characterizationFactors)
        }
        return .checked
    }
}
