import EmissionsDiagnostics
import EmissionsModel

enum TechnologyMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-020", severity: .warning, title: "technology and included processes are not described",
        explanation: """
            How the product is made, and what the figures include, decides whether they stand for another
            product.
            """,
        remedy: "Describe the production and the system boundary in a few sentences.",
        references: [.inData("technologyDescriptionAndIncludedProcesses"), .en15804A2("7.2.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a description") {
            $0.declaration.scope.technology = [LocalizedText("Clay is mined, shaped and fired.")]
        },
        .rejects("none", at: \.declaration.scope.technology) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.scope.technology.sayNothing, footprint.boundary.processesDescription?.isEmpty ?? true {
            findings.report("technology is not described", at: \.declaration.scope.technology)
        }
        return .checked
    }
}
