import EmissionsDiagnostics
import EmissionsModel

enum ApplicationsMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-021", severity: .note, title: "use of the product is not described",
        explanation: """
            What a product is used for is part of its identification, and decides what it can be compared with.
            """,
        remedy: "Describe what the product is used for.",
        references: [.inData("technologicalApplicability"), .en15804A2("7.1 b")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a use") { $0.declaration.scope.applications = [LocalizedText("Masonry of outer walls")] },
        .rejects("none", at: \.declaration.scope.applications) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.scope.applications.sayNothing {
            findings.report("use of the product is not described", at: \.declaration.scope.applications)
        }
        return .checked
    }
}
