import EmissionsDiagnostics
import EmissionsModel

enum KindMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-007", severity: .warning, title: "kind of the declaration is not stated",
        explanation: """
            Specific figures of one product, an average of a trade and generic data are used for different
            purposes, and with different margins.
            """,
        remedy: "State whether the data is specific, average, representative or generic.",
        references: [.inData("subType"), .en15804A2("7.1 i")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("specific data") { $0.declaration.kind = .specific },
        .rejects("not stated", at: \.declaration.kind) { $0.declaration.registrationNumber = "EPD-EXA-20240001" },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.kind == nil { findings.report("kind of data is not stated", at: \.declaration.kind) }
        return .checked
    }
}
