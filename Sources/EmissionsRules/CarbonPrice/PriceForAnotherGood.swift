import EmissionsDiagnostics
import EmissionsModel

enum PriceForAnotherGood: Rule {
    static let about = RuleDescription(
        code: "CP-006", severity: .warning, title: "carbon price is for another good",
        explanation: "A price that is due for another good does not lower what this one owes.",
        remedy: "State the price for the imported good, with its commodity code.",
        references: [.cbamTransitional("Annex I"), .cbam("Article 9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the same good", in: { $0.good = .steel }) {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].products = [CoveredProduct()]
            ($0.production.carbonPrices[0].products[0].type, $0.production.carbonPrices[0].products[0].cn) = (
                .actualProduct, "72083700"
            )
        },
        .rejects("another good", at: "production.carbonPrices[0].products[0].cn", in: { $0.good = .steel }) {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].products = [CoveredProduct()]
            ($0.production.carbonPrices[0].products[0].type, $0.production.carbonPrices[0].products[0].cn) = (
                .actualProduct, "76011000"
            )
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.production.carbonPrices.isEmpty, let good = context.good?.commodity.cn else {
            return .notApplicable
        }
        var applicability = Applicability.notApplicable
        for (index, price) in footprint.production.carbonPrices.enumerated() {
            for (item, product) in price.products.enumerated() {
                guard product.type == .actualProduct, let cn = product.cn else { continue }
                applicability = .checked
                if cn != good {
                    findings.report(
                        "carbon price is for \(cn), the good is \(good)",
                        at: .coveredProduct(item, ofPrice: index, \.cn))
                }
            }
        }
        return applicability
    }
}
