import EmissionsDiagnostics
import EmissionsModel

enum CarbonAboveProductMass: Rule {
    static let about = RuleDescription(
        code: "CC-002", severity: .warning, title: "product contains more carbon than it weighs",
        explanation: """
            Fossil and biogenic carbon together can't be heavier than the product. A usual cause is carbon
            dioxide in place of carbon, or figures for another amount than the mass.
            """,
        remedy: "State carbon in kilograms of carbon, for the same declared unit as the mass.",
        references: [.pact("fossilCarbonContent, biogenicCarbonContent, productMassPerDeclaredUnit")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("half of it") { ($0.declaredUnit.mass, $0.carbonContent.fossil) = (1, ExactDecimal("0.5")) },
        .accepts("no mass: nothing to compare with") { $0.carbonContent.fossil = 3 },
        .accepts("nothing that weighs anything, as energy") {
            ($0.declaredUnit.mass, $0.carbonContent.fossil) = (0, 3)
        },
        .rejects("carbon dioxide", at: \.carbonContent) {
            ($0.declaredUnit.mass, $0.carbonContent.biogenic) = (1, ExactDecimal("1.61"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let content = footprint.carbonContent
        guard let mass = footprint.declaredUnit.mass, mass.isPositive, content.fossil != nil || content.biogenic != nil
        else { return .notApplicable }
        guard let carbon = (content.fossil ?? 0).adding(content.biogenic ?? 0) else {
            findings.reportUnchecked("carbon content", at: \.carbonContent)
            return .checked
        }
        if carbon > mass {
            findings.report("product contains \(carbon) kg of carbon, but weighs \(mass) kg", at: \.carbonContent)
        }
        return .checked
    }
}
