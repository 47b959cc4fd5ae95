import EmissionsDiagnostics
import EmissionsModel

enum UUIDInURNWrong: Rule {
    static let about = RuleDescription(
        code: "ID-013", severity: .warning, title: "identifier that says it is a UUID is none",
        explanation: "Another system that reads the URN as a UUID refuses it.",
        remedy: "Write 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.",
        references: [Reference("RFC 9562", "4"), .pact("productIds, companyIds")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a UUID") {
            $0.product.identifiers = ["urn:uuid:3893bb5d-da16-4dc1-9185-11d97476c254"]
        },
        .rejects("letters beyond F", at: "product.identifiers[0]") {
            $0.product.identifiers = ["urn:uuid:69585GB6-56T9-4dc1-9185-11d97476c254"]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let prefix = "urn:uuid:"
        var applicability = Applicability.notApplicable
        for (index, identifier) in footprint.product.identifiers.enumerated() where identifier.hasPrefix(prefix) {
            applicability = .checked
            guard !identifier.isUUID(after: prefix.utf8.count) else { continue }
            findings.report("\(identifier) is not a UUID", at: \.product.identifiers, index)
        }
        for (index, identifier) in footprint.company.identifiers.enumerated() where identifier.hasPrefix(prefix) {
            applicability = .checked
            guard !identifier.isUUID(after: prefix.utf8.count) else { continue }
            findings.report("\(identifier) is not a UUID", at: \.company.identifiers, index)
        }
        return applicability
    }
}
