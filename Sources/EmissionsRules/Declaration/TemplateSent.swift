import EmissionsDiagnostics
import EmissionsModel

enum TemplateSent: Rule {
    static let about = RuleDescription(
        code: "DEC-008", severity: .warning, title: "data set is a template",
        explanation: "Templates show how data sets are filled in. Their figures are examples.",
        remedy: "Send the data set of a product.",
        references: [.inData("subType")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("specific data") { $0.declaration.kind = .specific },
        .rejects("a template", at: \.declaration.kind) { $0.declaration.kind = .template },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let kind = footprint.declaration.kind else { return .notApplicable }
        if kind == .template { findings.report("data set is a template", at: \.declaration.kind) }
        return .checked
    }
}
