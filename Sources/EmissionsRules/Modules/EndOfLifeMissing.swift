import EmissionsDiagnostics
import EmissionsModel

enum EndOfLifeMissing: Rule {
    static let about = RuleDescription(
        code: "MOD-002", severity: .warning, title: "end of life or module D is not declared",
        explanation: """
            EN 15804+A2 asks for C1 to C4 and D, too. Only a product that is built into another so that it can't
            be told from it, that can't be separated at its end, and that holds no biogenic carbon may leave
            them out; whether all that holds is not in the data.
            """,
        remedy: "State C1 to C4 and D, or explain in the declaration why they may be left out.",
        references: [.en15804A2("5.2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all of them") {
            $0.state(
                .globalWarmingTotal, by: .ef31,
                ["A1-A3": "12", "C1": "0", "C2": "0.1", "C3": "0", "C4": "1", "D": "-2"])
        },
        .accepts("an older declaration, for which they are voluntary") {
            $0.state(.globalWarmingTotal, by: .en15804A1, ["A1-A3": "12"])
        },
        .rejects("the product stage only", at: \.results) { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12"]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty, context.edition == .a2 else { return .notApplicable }
        let missing = ModuleSet.endOfLifeAndBeyond.subtracting(context.results.statedModules)
        if !missing.isEmpty { findings.report(.missing(missing), at: \.results) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ modules: ModuleSet) -> Self {
        "\(modules.written) \(modules.modules.count == 1 ? "is" : "are") not declared, EN 15804+A2 asks for C1 to C4 and D"
    }
}
