import EmissionsDiagnostics
import EmissionsModel

enum ReferenceEmpty: Rule {
    static let about = RuleDescription(
        code: "DEC-015", severity: .warning, title: "reference leads nowhere",
        explanation: "A reference without an identifier, an address or a name can't be followed.",
        remedy: "Give the reference its identifier or address, or leave it out.",
        references: [.inData("refObjectId, uri")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a name") { $0.declaration.dataSources = [.init("Example database 2024.1")] },
        .rejects("nothing", at: "declaration.dataSources[0]") {
            $0.declaration.dataSources = [EmissionsModel.Reference()]
        },
        .rejects("a reviewer without a name", at: "declaration.reviews[0].reviewers[0]") {
            $0.declaration.reviews = [Review(.independentExternal, by: nil)]
            $0.declaration.reviews[0].reviewers = [EmissionsModel.Reference()]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard
            footprint.isDeclaration || !footprint.declaration.dataSources.isEmpty
                || !footprint.declaration.reviews.isEmpty
        else { return .notApplicable }
        footprint.forEachReference { reference, place in
            if reference.isEmpty { findings.report("reference leads nowhere", at: place()) }
        }
        return .checked
    }
}
