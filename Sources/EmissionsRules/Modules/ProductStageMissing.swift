import EmissionsDiagnostics
import EmissionsModel

enum ProductStageMissing: Rule {
    static let about = RuleDescription(
        code: "MOD-001", title: "product stage is not declared in full",
        explanation: """
            Modules A1 to A3 are mandatory in every declaration, by EN 15804 as by ISO 21930, each by itself or
            as their sum.
            """,
        remedy: "State the impacts of A1, A2 and A3, or those of A1-A3.",
        references: [.en15804A1("5.2"), .en15804A2("5.2"), .iso21930("7.1")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the sum") { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"]) },
        .accepts("each by itself") { $0.state(.globalWarmingTotal, by: .ef31, ["A1": "9", "A2": "0.3", "A3": "3"]) },
        .rejects("one of the three", at: \.results) {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1": "9", "A2": "0.3"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty else { return .notApplicable }
        let missing = ModuleSet.productStage.subtracting(context.results.statedModules)
        if !missing.isEmpty {
            findings.report(.missing(missing), at: \.results)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ modules: ModuleSet) -> Self {
        "\(modules.written) of the product stage \(modules.modules.count == 1 ? "is" : "are") not declared"
    }
}
