import EmissionsDiagnostics
import EmissionsModel

enum BoundaryNotDescribed: Rule {
    static let about = RuleDescription(
        code: "BND-004", severity: .warning, title: "included processes are not described",
        explanation: """
            Two footprints of the same product can differ by what they include. Without the boundary they can't
            be compared.
            """,
        remedy: "Describe the processes of each life-cycle stage that are included.",
        references: [.iso14067("6.3.4"), .ghgProtocol("chapter 7"), .pact("boundaryProcessesDescription")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a description") { $0.boundary.processesDescription = "Mining, smelting, casting; no use phase." },
        .accepts("a declaration, whose boundary is the modules that it states") { $0.declaration.kind = .specific },
        .accepts("an imported good, whose boundary the law sets", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("no description", at: \.boundary.processesDescription) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isDeclaration else { return .notApplicable }
        if footprint.boundary.processesDescription?.isEmpty ?? true {
            findings.report("included processes are not described", at: \.boundary.processesDescription)
        }
        return .checked
    }
}
