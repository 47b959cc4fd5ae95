import EmissionsDiagnostics
import EmissionsModel

enum PrimaryDataShareOutOfRange: Rule {
    static let about = RuleDescription(
        code: "DQ-001", title: "primary data share is not from 0 to 100 percent",
        explanation: """
            The share says how much of the footprint rests on the companies' own data: not less than nothing,
            and not more than everything.
            """,
        remedy: "State the share in percent, for example 72.",
        references: [.pact("primaryDataShare"), .ghgProtocol("chapter 8")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("most of it") { $0.dataQuality.primaryDataShare = 72 },
        .rejects("more than everything", at: \.dataQuality.primaryDataShare) {
            $0.dataQuality.primaryDataShare = 250
        },
        .rejects("less than nothing", at: \.dataQuality.primaryDataShare) { $0.dataQuality.primaryDataShare = -1 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let share = footprint.dataQuality.primaryDataShare else { return .notApplicable }
        if share.isNegative || share > 100 {
            findings.report(
                "primary data share is \(share) percent, must be from 0 to 100", at: \.dataQuality.primaryDataShare)
        }
        return .checked
    }
}
