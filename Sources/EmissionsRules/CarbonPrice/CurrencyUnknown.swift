import EmissionsDiagnostics
import EmissionsModel

enum CurrencyUnknown: Rule {
    static let about = RuleDescription(
        code: "CP-001", title: "currency of a carbon price does not exist",
        explanation: "A price is nothing without its currency.",
        remedy: "Use the currency's code of three capital letters from ISO 4217, for example CNY.",
        references: [Reference("ISO 4217", "currency codes"), .cbamTransitional("Annex I")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("yuan") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].currency = "CNY"
        },
        .rejects("yuan by their other name", at: "production.carbonPrices[0].currency") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].currency = "RMB"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, price) in footprint.production.carbonPrices.enumerated() {
            guard let currency = price.currency else { continue }
            applicability = .checked
            if !Currencies.contains(currency) {
                findings.report(
                    "\(currency) is not a currency code of ISO 4217", at: \.production.carbonPrices, index, \.currency,
                    fix: .currency(currency))
            }
        }
        return applicability
    }
}
