import EmissionsDiagnostics
import EmissionsModel

enum ServiceLifeNotPositive: Rule {
    static let about = RuleDescription(
        code: "DEC-025", title: "reference service life is zero or negative",
        explanation: """
            The number of replacements in the life of a building is its life divided by that of the product.
            """,
        remedy: "State the service life in years, or leave it out.",
        references: [.en15804A2("6.3.4"), .en15804A1("6.3.3"), .openEPD("product_service_life_years")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("fifty years") { $0.declaration.referenceServiceLife = 50 },
        .rejects("none", at: \.declaration.referenceServiceLife) { $0.declaration.referenceServiceLife = 0 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let years = footprint.declaration.referenceServiceLife else { return .notApplicable }
        if !years.isPositive {
            findings.report("reference service life is \(years) years", at: \.declaration.referenceServiceLife)
        }
        return .checked
    }
}
