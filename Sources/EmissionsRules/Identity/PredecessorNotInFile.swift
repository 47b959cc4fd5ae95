import EmissionsDiagnostics
import EmissionsModel

enum PredecessorNotInFile: Rule {
    static let about = RuleDescription(
        code: "ID-015", severity: .note, title: "predecessor is not in the file though others are",
        explanation: """
            A file that holds footprints together with those they replace looks like a whole history. One that
            is named and not there was lost, or goes by another identifier.
            """,
        remedy: "Send the footprint that was replaced too, or check its identifier.",
        references: [.pact("precedingPfIds")])

    static let examples: [RuleExample<CompleteSubmission>] = [
        .accepts("old and new in one file") {
            $0.earlier.remember(.version("a"))
            $0.earlier.remember(.version("b", after: "a"))
        },
        .accepts("the new one before the old one") {
            $0.earlier.remember(.version("b", after: "a"))
            $0.earlier.remember(.version("a"))
        },
        .accepts("a file with new ones only") { $0.earlier.remember(.version("b", after: "a")) },
        .rejects("a history with a gap", at: "footprints[2].identity.predecessors[0]") {
            $0.earlier.remember(.version("a"))
            $0.earlier.remember(.version("b", after: "a"))
            $0.earlier.remember(.version("d", after: "c"))
        },
    ]

    static func check(
        _ submission: CompleteSubmission, in context: RuleContext, _ findings: inout Findings<CompleteSubmission>
    ) -> Applicability {
        let earlier = submission.earlier
        guard earlier.hasSeveralVersions else { return .notApplicable }
        for reference in earlier.openReferences where !earlier.footprintIdentifiers.contains(reference.name) {
            findings.report("predecessor \(reference.name) is not in the file", at: reference.path)
        }
        return .checked
    }
}

extension ProductFootprint {
    fileprivate static func version(_ identifier: String, after predecessor: String? = nil) -> ProductFootprint {
        var footprint = ProductFootprint()
        footprint.identity.identifier = identifier
        if let predecessor { footprint.identity.predecessors = [predecessor] }
        return footprint
    }
}
