import EmissionsDiagnostics
import EmissionsModel

enum AssessmentReportsDiffer: Rule {
    static let about = RuleDescription(
        code: "MET-010", severity: .warning, title: "footprints of one file count by different assessment reports",
        explanation: """
            Methane counts 28 by AR5 and 27.9 by AR6, sulfur hexafluoride 23500 and 25200. Footprints that were made with
            different sets of global warming potentials can't be compared or added up.
            """,
        remedy: "Recalculate all footprints with one report, or send them in files of their own.",
        references: [.iso14067("6.5.1"), .pact("ipccCharacterizationFactors")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the same as before", in: { $0.earlier.remember(.counted(by: 6)) }) {
            $0.methodology.assessmentReports = [AssessmentReport(number: 6)]
        },
        .accepts("the first that names one", in: { $0.earlier.remember(ProductFootprint()) }) {
            $0.methodology.assessmentReports = [AssessmentReport(number: 5)]
        },
        .rejects(
            "another than before", at: \.methodology.assessmentReports, in: { $0.earlier.remember(.counted(by: 6)) }
        ) {
            $0.methodology.assessmentReports = [AssessmentReport(number: 5)]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let report = footprint.methodology.assessmentReports.first else { return .notApplicable }
        guard let first = context.earlier.assessmentReport else { return .checked }
        if first != report { findings.report(.differ(report, first), at: \.methodology.assessmentReports) }
        return .checked
    }
}

extension ProductFootprint {
    fileprivate static func counted(by number: Int) -> ProductFootprint {
        var footprint = ProductFootprint()
        footprint.methodology.assessmentReports = [AssessmentReport(number: number)]
        return footprint
    }
}

extension Diagnostic.Message {
    fileprivate static func differ(_ report: AssessmentReport, _ first: AssessmentReport) -> Self {
        "emissions are counted by \(report), those of an earlier footprint by \(first)"
    }
}
