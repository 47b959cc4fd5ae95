import EmissionsDiagnostics
import EmissionsModel

enum DeclaredAmountLooksLikeSupply: Rule {
    static let about = RuleDescription(
        code: "DU-007", severity: .note, title: "declared unit amount looks like a total supply",
        explanation: """
            PACT 2 asks for figures per single unit and for the amount of product besides. Suppliers who enter
            the whole amount supplied, or a total footprint, were a reason for PACT to change its fields (ADR
            36). One product of more than a million units is rare.
            """,
        remedy: "Check that the amount is that of one product, and that the figures are for one unit of it.",
        references: [.pact2("unitaryProductAmount")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a 12-liter drum") { ($0.declaredUnit.amount, $0.declaredUnit.basis) = (12, .oneUnit) },
        .rejects("two thousand tonnes in kilograms", at: \.declaredUnit.amount) {
            ($0.declaredUnit.amount, $0.declaredUnit.basis) = (2_000_000, .oneUnit)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let declared = footprint.declaredUnit
        guard declared.basis == .oneUnit, let amount = declared.amount else { return .notApplicable }
        if amount > 1_000_000 {
            findings.report("declared unit amount is \(amount), looks like a total supply", at: \.declaredUnit.amount)
        }
        return .checked
    }
}
