import EmissionsDiagnostics
import EmissionsModel

enum SecondarySourcesNeedless: Rule {
    static let about = RuleDescription(
        code: "DQ-010", severity: .warning, title: "sources of secondary data are named though all data is primary",
        explanation: """
            Either some data is secondary or the list is left over; the two statements contradict each other.
            """,
        remedy: "Lower the primary data share, or leave the sources out.",
        references: [.pact("secondaryEmissionFactorSources, primaryDataShare")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a source of the rest") {
            $0.dataQuality.primaryDataShare = 72
            $0.dataQuality.emissionFactorSources = [EmissionFactorSource()]
        },
        .accepts("primary data only") { $0.dataQuality.primaryDataShare = 100 },
        .rejects("a source of nothing", at: \.dataQuality.emissionFactorSources) {
            $0.dataQuality.primaryDataShare = 100
            $0.dataQuality.emissionFactorSources = [EmissionFactorSource()]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.dataQuality.primaryDataShare, share.equals(100) else { return .notApplicable }
        if !footprint.dataQuality.emissionFactorSources.isEmpty {
            findings.report(
                "all data is primary, but sources of secondary data are named", at: \.dataQuality.emissionFactorSources)
        }
        return .checked
    }
}
