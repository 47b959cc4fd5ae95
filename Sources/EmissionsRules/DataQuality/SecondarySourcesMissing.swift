import EmissionsDiagnostics
import EmissionsModel

enum SecondarySourcesMissing: Rule {
    static let about = RuleDescription(
        code: "DQ-009", severity: .warning, title: "sources of secondary data are not named",
        explanation: """
            Where less than all of the data is primary, the rest comes from databases. Which ones, and which
            version, decides the figures.
            """,
        remedy: "Name each database of secondary emission factors with its version, for example ecoinvent 3.10.",
        references: [.pact("secondaryEmissionFactorSources"), .ghgProtocol("chapter 8")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("named") {
            $0.dataQuality.primaryDataShare = 72
            $0.dataQuality.emissionFactorSources = [EmissionFactorSource()]
        },
        .accepts("only primary data") { $0.dataQuality.primaryDataShare = 100 },
        .rejects("not named", at: \.dataQuality.emissionFactorSources) { $0.dataQuality.primaryDataShare = 72 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.dataQuality.primaryDataShare, share < 100 else { return .notApplicable }
        if footprint.dataQuality.emissionFactorSources.isEmpty {
            findings.report(.unnamed(share), at: \.dataQuality.emissionFactorSources)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func unnamed(_ share: ExactDecimal) -> Self {
        "primary data share is \(share) percent, but no source of the rest is named"
    }
}
