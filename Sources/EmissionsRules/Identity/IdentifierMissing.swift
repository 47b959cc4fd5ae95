import EmissionsDiagnostics
import EmissionsModel

enum IdentifierMissing: Rule {
    static let about = RuleDescription(
        code: "ID-001", severity: .warning, title: "footprint has no identifier",
        explanation: "Without an identifier a footprint can't be updated, replaced or asked about.",
        remedy: "Give the footprint a UUID that it keeps.",
        references: [.pact("id")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a UUID") { $0.identity.identifier = "3893bb5d-da16-4dc1-9185-11d97476c254" },
        .rejects("none", at: \.identity.identifier) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.identity.identifier?.isEmpty ?? true {
            findings.report("footprint has no identifier", at: \.identity.identifier)
        }
        return .checked
    }
}
