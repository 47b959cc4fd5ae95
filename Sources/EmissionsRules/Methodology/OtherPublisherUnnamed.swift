import EmissionsDiagnostics
import EmissionsModel

enum OtherPublisherUnnamed: Rule {
    static let about = RuleDescription(
        code: "MET-007", severity: .warning, title: "another publisher of category rules is not named",
        explanation: "\"Other\" alone does not lead to the rules.",
        remedy: "Name the publisher of the product category rules.",
        references: [.pact("productOrSectorSpecificRules, otherOperatorName")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("another, by name") {
            $0.methodology.productCategoryRules = [ProductCategoryRules()]
            $0.methodology.productCategoryRules[0].publisher = .other
            $0.methodology.productCategoryRules[0].otherPublisher = "Together for Sustainability"
        },
        .rejects("another", at: "methodology.productCategoryRules[0].otherPublisher") {
            $0.methodology.productCategoryRules = [ProductCategoryRules()]
            $0.methodology.productCategoryRules[0].publisher = .other
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, rules) in footprint.methodology.productCategoryRules.enumerated() {
            guard rules.publisher == .other else { continue }
            applicability = .checked
            if rules.otherPublisher?.isEmpty ?? true {
                findings.report(
                    "another publisher is not named", at: \.methodology.productCategoryRules, index, \.otherPublisher)
            }
        }
        return applicability
    }
}
