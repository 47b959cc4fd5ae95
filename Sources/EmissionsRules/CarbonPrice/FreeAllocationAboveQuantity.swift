import EmissionsDiagnostics
import EmissionsModel

enum FreeAllocationAboveQuantity: Rule {
    static let about = RuleDescription(
        code: "CP-005", severity: .warning, title: "more is under free allocation than is covered",
        explanation: "Free allocation is a part of what a carbon price covers.",
        remedy: "Check whether both quantities are in the same unit.",
        references: [.cbamTransitional("Annex I"), .cbam("Article 9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a part") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].products = [CoveredProduct()]
            ($0.production.carbonPrices[0].products[0].quantity) = 20
            ($0.production.carbonPrices[0].products[0].freeAllocation) = 5
        },
        .rejects("more than all", at: "production.carbonPrices[0].products[0].freeAllocation") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].products = [CoveredProduct()]
            ($0.production.carbonPrices[0].products[0].quantity) = 20
            ($0.production.carbonPrices[0].products[0].freeAllocation) = 25
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, price) in footprint.production.carbonPrices.enumerated() {
            for (item, product) in price.products.enumerated() {
                guard let quantity = product.quantity, let free = product.freeAllocation else { continue }
                applicability = .checked
                if free > quantity {
                    findings.report(.above(free, quantity), at: .coveredProduct(item, ofPrice: index, \.freeAllocation))
                }
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func above(_ free: ExactDecimal, _ quantity: ExactDecimal) -> Self {
        "free allocation is for \(free), more than the quantity of \(quantity)"
    }
}
