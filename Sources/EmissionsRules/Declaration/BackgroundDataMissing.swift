import EmissionsDiagnostics
import EmissionsModel

enum BackgroundDataMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-005", severity: .warning, title: "database of background data is not named",
        explanation: """
            Figures of the same product differ by the database behind them, in global warming by a tenth and in
            toxicity by far more.
            """,
        remedy: "Name the database and its version.",
        references: [.inData("referenceToDataSource"), .en15804A2("6.3.7")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a database") { $0.declaration.dataSources = [.init("Example database 2024.1")] },
        .rejects("none", at: \.declaration.dataSources) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.dataSources.allSatisfy(\.isEmpty), footprint.dataQuality.emissionFactorSources.isEmpty
        {
            findings.report("no database of background data is named", at: \.declaration.dataSources)
        }
        return .checked
    }
}
