import EmissionsDiagnostics
import EmissionsModel

enum PredecessorIsItself: Rule {
    static let about = RuleDescription(
        code: "ID-004", severity: .warning, title: "footprint is its own predecessor",
        explanation: """
            A change of a footprint gets a new identifier and names the old one. A footprint that replaces
            itself leaves receivers in a loop.
            """,
        remedy: "Give the changed footprint a new identifier, or take its own out of the predecessors.",
        references: [.pact("precedingPfIds")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("another's") { ($0.identity.identifier, $0.identity.predecessors) = ("b", ["a"]) },
        .rejects("its own", at: "identity.predecessors[1]") {
            ($0.identity.identifier, $0.identity.predecessors) = ("b", ["a", "b"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let identifier = footprint.identity.identifier, !footprint.identity.predecessors.isEmpty else {
            return .notApplicable
        }
        for (index, predecessor) in footprint.identity.predecessors.enumerated() where predecessor == identifier {
            findings.report("predecessor \(predecessor) is the footprint itself", at: \.identity.predecessors, index)
        }
        return .checked
    }
}
