import EmissionsDiagnostics
import EmissionsModel

enum PriceNegative: Rule {
    static let about = RuleDescription(
        code: "CP-002", title: "carbon price is negative",
        explanation: "Nobody is paid for emitting. Rebates and free allocation have fields of their own.",
        remedy: "State the amount due, and the quantity under free allocation besides.",
        references: [.cbamTransitional("Annex I"), .cbam("Article 9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("an amount") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].amount = 50
        },
        .rejects("a rebate", at: "production.carbonPrices[0].amount") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].amount = -50
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, price) in footprint.production.carbonPrices.enumerated() {
            guard let amount = price.amount else { continue }
            applicability = .checked
            if amount.isNegative {
                findings.report(
                    "carbon price is \(amount), must not be negative", at: \.production.carbonPrices, index, \.amount)
            }
        }
        return applicability
    }
}
