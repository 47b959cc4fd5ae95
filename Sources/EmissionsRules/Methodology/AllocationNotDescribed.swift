import EmissionsDiagnostics
import EmissionsModel

enum AllocationNotDescribed: Rule {
    static let about = RuleDescription(
        code: "MET-006", severity: .warning, title: "allocation is not described",
        explanation: """
            Where a process makes several products, its emissions are split between them, and the way of
            splitting can halve a footprint or double it.
            """,
        remedy: "Describe how emissions were allocated to co-products and waste, or say that it was not necessary.",
        references: [.iso14067("6.4.6"), .ghgProtocol("chapter 9"), .pact("allocationRulesDescription")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a description") { $0.methodology.allocationDescription = "By mass between slab and slag." },
        .accepts("a declaration, whose product category rules say how") { $0.declaration.kind = .specific },
        .accepts("an imported good, for which the law says how", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("none", at: \.methodology.allocationDescription) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isDeclaration else { return .notApplicable }
        if footprint.methodology.allocationDescription?.isEmpty ?? true {
            findings.report("allocation is not described", at: \.methodology.allocationDescription)
        }
        return .checked
    }
}
