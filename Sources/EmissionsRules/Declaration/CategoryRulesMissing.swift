import EmissionsDiagnostics
import EmissionsModel

enum CategoryRulesMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-004", severity: .warning, title: "product category rules are not named",
        explanation: "Declarations can be compared only if they go by the same rules for their category of products.",
        remedy: "Name the product category rules that the declaration follows.",
        references: [.en15804A2("table 2"), .iso14025("7.2.1"), .inData("referenceToLCAMethodDetails")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("rules for bricks") { $0.declaration.productCategoryRules = [.init("PCR Part B: Bricks")] },
        .accepts("as footprints name them") { $0.methodology.productCategoryRules = [ProductCategoryRules()] },
        .accepts("generic data, which is no declaration") { $0.declaration.kind = .generic },
        .rejects("none", at: \.declaration.productCategoryRules) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isBackgroundData else { return .notApplicable }
        if footprint.declaration.productCategoryRules.allSatisfy(\.isEmpty),
            footprint.methodology.productCategoryRules.isEmpty
        {
            findings.report("product category rules are not named", at: \.declaration.productCategoryRules)
        }
        return .checked
    }
}
