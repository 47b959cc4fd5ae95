import EmissionsDiagnostics
import EmissionsModel

enum OtherPublisherNamedNeedlessly: Rule {
    static let about = RuleDescription(
        code: "MET-008", severity: .warning, title: "another publisher is named though the publisher is known",
        explanation: "Two publishers for one set of rules leave open which one published them.",
        remedy: "Name another publisher only where the publisher is \"other\".",
        references: [.pact("productOrSectorSpecificRules, otherOperatorName")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a known one") {
            $0.methodology.productCategoryRules = [ProductCategoryRules()]
            $0.methodology.productCategoryRules[0].publisher = .pef
        },
        .rejects("a known one, and another", at: "methodology.productCategoryRules[0].otherPublisher") {
            $0.methodology.productCategoryRules = [ProductCategoryRules()]
            $0.methodology.productCategoryRules[0].publisher = .pef
            $0.methodology.productCategoryRules[0].otherPublisher = "European Commission"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, rules) in footprint.methodology.productCategoryRules.enumerated() {
            guard let publisher = rules.publisher, publisher != .other else { continue }
            applicability = .checked
            if let other = rules.otherPublisher {
                findings.report(
                    .needless(other, publisher), at: \.methodology.productCategoryRules, index, \.otherPublisher)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func needless(_ other: String, _ publisher: RulePublisher) -> Self {
        "\(other) is named besides \(publisher.rawValue)"
    }
}
