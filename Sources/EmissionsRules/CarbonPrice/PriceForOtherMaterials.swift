import EmissionsDiagnostics
import EmissionsModel

enum PriceForOtherMaterials: Rule {
    static let about = RuleDescription(
        code: "CP-004", severity: .warning, title: "carbon price is for other materials than the good",
        explanation: """
            From the third quarter of 2024 on, the registry takes the price that is due for the imported good
            itself.
            """,
        remedy: "State the carbon price for the actual product.",
        references: [.cbamManual("carbon price due")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the good", in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }) {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].products = [CoveredProduct()]
            $0.production.carbonPrices[0].products[0].type = .actualProduct
        },
        .rejects(
            "other materials", at: "production.carbonPrices[0].products[0].type",
            in: { $0.header.reportingPeriod = ReportingPeriod(.third, "2024") }
        ) {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].products = [CoveredProduct()]
            $0.production.carbonPrices[0].products[0].type = .otherMaterials
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.production.carbonPrices.isEmpty, context.header.reportingPeriod.isSince(.third, 2024)
        else { return .notApplicable }
        for (index, price) in footprint.production.carbonPrices.enumerated() {
            for (item, product) in price.products.enumerated() where product.type == .otherMaterials {
                findings.report(
                    "carbon price is for other materials", at: .coveredProduct(item, ofPrice: index, \.type))
            }
        }
        return .checked
    }
}
