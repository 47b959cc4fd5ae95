import EmissionsDiagnostics
import EmissionsModel

enum ProductUnnamed: Rule {
    static let about = RuleDescription(
        code: "ID-009", severity: .warning, title: "product is not named",
        explanation: "A buyer has to know what the footprint is about.",
        remedy: "Name the product as your customers know it.",
        references: [.iso14067("clause 7"), .pact("productNameCompany")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a name") { $0.product.name = "Hot-rolled coil, 2 mm" },
        .accepts("an imported good, which has its description", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("none", at: \.product.name) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.product.name?.isEmpty ?? true {
            findings.report("product is not named", at: \.product.name)
        }
        return .checked
    }
}
