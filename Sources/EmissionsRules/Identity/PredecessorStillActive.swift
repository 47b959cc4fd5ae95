import EmissionsDiagnostics
import EmissionsModel

enum PredecessorStillActive: Rule {
    static let about = RuleDescription(
        code: "ID-016", severity: .warning, title: "footprint that was replaced is still active",
        explanation: """
            Active is the most recent version, the one that receivers are to use. Where a footprint and one that
            it replaces are both active, two receivers may take different figures for the same product.
            """,
        remedy: "Mark the footprint that was replaced as deprecated.",
        references: [.pact("status"), .pact("precedingPfIds")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a replaced one that is deprecated", in: { $0.earlier.remember(.named("a", .deprecated)) }) {
            ($0.identity.identifier, $0.identity.status, $0.identity.predecessors) = ("b", .active, ["a"])
        },
        .accepts("one that replaces nothing in the file") {
            ($0.identity.identifier, $0.identity.status) = ("b", .active)
        },
        .rejects(
            "both active", at: "identity.predecessors[0]", in: { $0.earlier.remember(.named("a", .active)) }
        ) {
            ($0.identity.identifier, $0.identity.status, $0.identity.predecessors) = ("b", .active, ["a"])
        },
        .rejects(
            "both active, the old one last", at: \.identity.status,
            in: { $0.earlier.remember(.named("b", .active, after: "a")) }
        ) {
            ($0.identity.identifier, $0.identity.status) = ("a", .active)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, predecessor) in footprint.identity.predecessors.enumerated()
        where predecessor != footprint.identity.identifier {
            guard context.earlier.footprintIdentifiers.contains(predecessor) else { continue }
            applicability = .checked
            if context.earlier.footprintIdentifiers.containsMarked(predecessor) {
                findings.report("predecessor \(predecessor) is still active", at: \.identity.predecessors, index)
            }
        }
        if let identifier = footprint.identity.identifier, !context.earlier.openReferences.isEmpty,
            context.earlier.openNames.contains(identifier)
        {
            applicability = .checked
            if footprint.identity.status == .active {
                findings.report("footprint is active, but an earlier one replaces it", at: \.identity.status)
            }
        }
        return applicability
    }
}

extension ProductFootprint {
    fileprivate static func named(
        _ identifier: String, _ status: FootprintStatus, after predecessor: String? = nil
    ) -> ProductFootprint {
        var footprint = ProductFootprint()
        (footprint.identity.identifier, footprint.identity.status) = (identifier, status)
        if let predecessor { footprint.identity.predecessors = [predecessor] }
        return footprint
    }
}
