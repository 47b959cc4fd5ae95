import EmissionsDiagnostics
import EmissionsModel

enum PriceNotCertified: Rule {
    static let about = RuleDescription(
        code: "CP-007", severity: .warning, title: "carbon price is not certified by an independent person",
        explanation: """
            From 2026, certificates are reduced by a carbon price only where a person who is independent of the declarant and
            of the authorities of the country has certified what was paid.
            """,
        remedy: "Say by which number, in which register, the person is known who certified the payment.",
        references: [.cbam("Article 9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("certified") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].amount = 50
            $0.production.carbonPrices[0].independentPerson = "CPA-3341"
        },
        .accepts("nothing was paid") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].amount = 0
        },
        .rejects("by nobody", at: "production.carbonPrices[0].independentPerson") {
            $0.production.carbonPrices = [CarbonPriceDue()]
            $0.production.carbonPrices[0].amount = 50
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, price) in footprint.production.carbonPrices.enumerated() {
            guard let amount = price.amount, amount.isPositive else { continue }
            applicability = .checked
            if price.independentPerson?.isEmpty ?? true {
                findings.report(.uncertified(amount), at: \.production.carbonPrices, index, \.independentPerson)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func uncertified(_ amount: ExactDecimal) -> Self {
        "carbon price of \(amount) was paid, but who certified it is not said"
    }
}
