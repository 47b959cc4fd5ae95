import EmissionsDiagnostics
import EmissionsModel

enum ResultsMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-029", title: "declaration has no results",
        explanation: "Amounts by indicator and module of the life cycle are what a declaration is for.",
        remedy: "State the indicators of the standard for the modules that were assessed.",
        references: [.en15804A2("7.2"), .en15804A1("7.2"), .iso21930("clause 9"), .iso14025("7.2.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("results") { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"]) },
        .rejects("none", at: \.results) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.results.isEmpty { findings.report("declaration has no results", at: \.results) }
        return .checked
    }
}
