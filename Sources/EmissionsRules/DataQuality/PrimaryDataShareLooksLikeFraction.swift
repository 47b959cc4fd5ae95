import EmissionsDiagnostics
import EmissionsModel

enum PrimaryDataShareLooksLikeFraction: Rule {
    static let about = RuleDescription(
        code: "DQ-002", severity: .warning, title: "primary data share looks like a fraction",
        explanation: """
            The share is a percentage, and below one percent it hardly ever is. Tools that calculate with 0.72
            for 72 percent write it without multiplying by 100, and their footprints look as if nearly no
            primary data was used.
            """,
        remedy: "Write the share in percent, for example 72 in place of 0.72.",
        references: [.pact("primaryDataShare")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("in percent") { $0.dataQuality.primaryDataShare = 72 },
        .accepts("no primary data") { $0.dataQuality.primaryDataShare = 0 },
        .rejects("as a fraction", at: \.dataQuality.primaryDataShare) {
            $0.dataQuality.primaryDataShare = ExactDecimal("0.72")
        },
        .rejects("all of it, as a fraction", at: \.dataQuality.primaryDataShare) {
            $0.dataQuality.primaryDataShare = 1
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.dataQuality.primaryDataShare else { return .notApplicable }
        if share.isPositive, share <= 1 {
            findings.report(.fraction(share), at: \.dataQuality.primaryDataShare)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func fraction(_ share: ExactDecimal) -> Self {
        "primary data share \(share) looks like a fraction; the share is a percentage"
    }
}
