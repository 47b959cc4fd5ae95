import EmissionsDiagnostics
import EmissionsModel

enum SeveralPrices: Rule {
    static let about = RuleDescription(
        code: "CP-003", severity: .warning, title: "several carbon prices are stated",
        explanation: "From the third quarter of 2024 on, the registry takes one entry for each installation.",
        remedy: "Add up what is due in one entry.",
        references: [.cbamManual("carbon price due")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one", in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }) {
            $0.production.carbonPrices = [CarbonPriceDue()]
        },
        .accepts("several in an early report", in: { $0.header.reportingPeriod = ReportingPeriod(.second, "2024") }) {
            $0.production.carbonPrices = [CarbonPriceDue(), CarbonPriceDue()]
        },
        .rejects(
            "two", at: \.production.carbonPrices,
            in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }
        ) {
            $0.production.carbonPrices = [CarbonPriceDue(), CarbonPriceDue()]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let count = footprint.production.carbonPrices.count
        guard count > 0, context.header.reportingPeriod.isSince(.third, 2024) else { return .notApplicable }
        if count > 1 {
            findings.report("\(count) carbon prices are stated, must be one", at: \.production.carbonPrices)
        }
        return .checked
    }
}
