import EmissionsDiagnostics
import EmissionsModel

enum DataSetVersionMalformed: Rule {
    static let about = RuleDescription(
        code: "DEC-018", severity: .warning, title: "version of the data set is not written as versions are",
        explanation: """
            Of two data sets with one identifier, the higher version counts. Registries compare versions as two
            digits, two digits and, where needed, three.
            """,
        remedy: "Write the version like 01.02 or 01.02.003.",
        references: [.inData("dataSetVersion")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("three parts") { $0.declaration.dataSetVersion = "00.02.042" },
        .accepts("two parts") { $0.declaration.dataSetVersion = "01.00" },
        .rejects("digits left out", at: \.declaration.dataSetVersion) { $0.declaration.dataSetVersion = "1.2" },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let version = footprint.declaration.dataSetVersion, !version.isEmpty else { return .notApplicable }
        if !version.isDataSetVersion {
            findings.report(
                "version of the data set is \(version), must be like 01.02.003", at: \.declaration.dataSetVersion)
        }
        return .checked
    }
}
