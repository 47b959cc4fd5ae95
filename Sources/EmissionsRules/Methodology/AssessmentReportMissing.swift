import EmissionsDiagnostics
import EmissionsModel

enum AssessmentReportMissing: Rule {
    static let about = RuleDescription(
        code: "MET-001", severity: .warning, title: "global warming potentials are not named",
        explanation: """
            Methane counts 28 times as much as carbon dioxide in one IPCC report and 27.9 or 29.8 times in the
            next. Figures that were made with different reports can't be added.
            """,
        remedy: "Name the IPCC assessment report whose global warming potentials were used, for example AR6.",
        references: [
            .iso14067("6.5.1"), .ghgProtocol("chapter 11"), .pact("ipccCharacterizationFactors"),
            .pact2("characterizationFactors"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the sixth report") { $0.methodology.assessmentReports = [AssessmentReport(number: 6)] },
        .accepts("in PACT 2's older field") { $0.methodology.characterizationFactors = AssessmentReport(number: 6) },
        .accepts("a declaration, whose methods say it") { $0.declaration.kind = .specific },
        .accepts("an imported good, for which the law sets them", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("none", at: \.methodology.assessmentReports) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isDeclaration else { return .notApplicable }
        if footprint.methodology.assessmentReports.isEmpty, footprint.methodology.characterizationFactors == nil {
            findings.report("no IPCC assessment report is named", at: \.methodology.assessmentReports)
        }
        return .checked
    }
}
