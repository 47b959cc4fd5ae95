import EmissionsDiagnostics
import EmissionsModel

enum IdentifierGivenTwice: Rule {
    static let about = RuleDescription(
        code: "ID-018", severity: .warning, title: "identifier stands twice in a list",
        explanation: """
            Lists of identifiers are sets. One that stands twice is often a copy that was to be changed, so that another
            is missing.
            """,
        remedy: "Give each identifier once, and the one that was meant instead of the second.",
        references: [
            .catenaX("companyIds, productIds, precedingPfIds"), .pact("companyIds, productIds, precedingPfIds"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("two identifiers") { $0.product.identifiers = ["urn:gtin:4712345060507", "urn:x:1"] },
        .rejects("a copy", at: "product.identifiers[1]") { $0.product.identifiers = ["urn:x:1", "urn:x:1"] },
        .rejects("a company's copy", at: "company.identifiers[1]") { $0.company.identifiers = ["urn:x:1", "urn:x:1"] },
        .rejects("a predecessor's copy", at: "identity.predecessors[1]") {
            $0.identity.predecessors = ["urn:x:1", "urn:x:1"]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let lists: [WritableKeyPath<ProductFootprint, [String]>] = [
            \.company.identifiers, \.product.identifiers, \.identity.predecessors,
        ]
        var isChecked = false
        for list in lists where footprint[keyPath: list].count > 1 {
            isChecked = true
            var seen: Set<String> = []
            for (index, identifier) in footprint[keyPath: list].enumerated() where !seen.insert(identifier).inserted {
                findings.report("identifier \(identifier) stands twice in the list", at: list, index)
            }
        }
        return isChecked ? .checked : .notApplicable
    }
}
