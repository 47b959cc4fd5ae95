import EmissionsDiagnostics
import EmissionsModel

enum ClassificationMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-019", severity: .warning, title: "product is not classified",
        explanation: "Designers look for products by their class, such as insulation or steel.",
        remedy: "Put the product into the classification of the programme or the database.",
        references: [.inData("classificationInformation"), .openEPD("product_classes")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a class") { $0.declaration.categories = [ProductCategory()] },
        .accepts("a code, as footprints state it") {
            $0.product.classifications = [Classification(.unspsc, "30111601")]
        },
        .rejects("none", at: \.declaration.categories) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.categories.isEmpty, footprint.product.classifications.isEmpty {
            findings.report("product is not classified", at: \.declaration.categories)
        }
        return .checked
    }
}
