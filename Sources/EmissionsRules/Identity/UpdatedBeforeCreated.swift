import EmissionsDiagnostics
import EmissionsModel

enum UpdatedBeforeCreated: Rule {
    static let about = RuleDescription(
        code: "ID-005", title: "footprint was updated before it was created",
        explanation: "Receivers order versions by these times.",
        remedy: "Check both times; leave the time of update out where there was none.",
        references: [.pact2("created, updated")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("later") {
            $0.identity.created = Timestamp("2025-01-01T00:00:00Z")
            $0.identity.updated = Timestamp("2025-02-01T00:00:00Z")
        },
        .rejects("earlier", at: \.identity.updated) {
            $0.identity.created = Timestamp("2025-02-01T00:00:00Z")
            $0.identity.updated = Timestamp("2025-01-01T00:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let created = footprint.identity.created, let updated = footprint.identity.updated else {
            return .notApplicable
        }
        if updated < created {
            findings.report(
                "footprint was updated at \(updated), before it was created at \(created)", at: \.identity.updated)
        }
        return .checked
    }
}
