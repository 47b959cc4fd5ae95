import EmissionsDiagnostics
import EmissionsModel

enum ProductIdentifierNotURN: Rule {
    static let about = RuleDescription(
        code: "ID-010", severity: .warning, title: "product identifier is not a URN",
        explanation: """
            PACT writes identifiers as URNs, so that a code says in whose system it is one. A receiver can't
            look up what breaks their syntax.
            """,
        remedy: "Write a URN, for example urn:gtin:4712345060507.",
        references: [.pact("productIds"), Reference("RFC 8141", "2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a trade item number") { $0.product.identifiers = ["urn:gtin:4712345060507"] },
        .rejects("a bare code", at: "product.identifiers[0]") { $0.product.identifiers = ["4712345060507"] },
        .rejects("a space", at: "product.identifiers[0]") { $0.product.identifiers = ["urn:example:hot rolled"] },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.product.identifiers.isEmpty else { return .notApplicable }
        for (index, identifier) in footprint.product.identifiers.enumerated() where !identifier.isURN {
            findings.report("identifier \(identifier) is not a URN", at: \.product.identifiers, index)
        }
        return .checked
    }
}
