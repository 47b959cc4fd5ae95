import EmissionsDiagnostics
import EmissionsModel

enum IdentifierRepeated: Rule {
    static let about = RuleDescription(
        code: "ID-003", title: "identifier is that of an earlier footprint of the submission",
        explanation: """
            Two footprints under one identifier overwrite each other in the receiver's system, and which one
            stays is chance.
            """,
        remedy: "Give each footprint an identifier of its own, or send it once.",
        references: [.pact("id")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a new one", in: { $0.earlier.footprintIdentifiers = ["a"] }) { $0.identity.identifier = "b" },
        .accepts("another version of one data set", in: { $0.earlier.footprintIdentifiers = ["a", "a@00.01.000"] }) {
            ($0.identity.identifier, $0.declaration.dataSetVersion) = ("a", "00.02.000")
        },
        .rejects(
            "the same version of one data set", at: \.identity.identifier,
            in: { $0.earlier.footprintIdentifiers = ["a", "a@00.01.000"] }
        ) {
            ($0.identity.identifier, $0.declaration.dataSetVersion) = ("a", "00.01.000")
        },
        .rejects("a used one", at: \.identity.identifier, in: { $0.earlier.footprintIdentifiers = ["a"] }) {
            $0.identity.identifier = "a"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let identifier = footprint.identity.identifier else { return .notApplicable }
        if context.earlier.footprintIdentifiers.contains(footprint.nameOfVersion ?? identifier) {
            findings.report("identifier \(identifier) is that of an earlier footprint", at: \.identity.identifier)
        }
        return .checked
    }
}
