import EmissionsDiagnostics
import EmissionsModel

enum IdentifierNotUUID: Rule {
    static let about = RuleDescription(
        code: "ID-002", severity: .warning, title: "identifier is not a UUID",
        explanation: """
            PACT identifies footprints by UUIDs, so that two companies never give the same name to two
            footprints.
            """,
        remedy: "Give the footprint a UUID, for example 3893bb5d-da16-4dc1-9185-11d97476c254.",
        references: [.pact("id"), Reference("RFC 9562", "4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a UUID") { $0.identity.identifier = "3893bb5d-da16-4dc1-9185-11d97476c254" },
        .rejects("a number of the supplier's", at: \.identity.identifier) { $0.identity.identifier = "PCF-2025-17" },
        .rejects("letters beyond F", at: \.identity.identifier) {
            $0.identity.identifier = "69585GB6-56T9-4dc1-9185-11d97476c254"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let identifier = footprint.identity.identifier, !identifier.isEmpty else { return .notApplicable }
        if !identifier.isUUID() {
            findings.report("identifier \(identifier) is not a UUID", at: \.identity.identifier)
        }
        return .checked
    }
}
