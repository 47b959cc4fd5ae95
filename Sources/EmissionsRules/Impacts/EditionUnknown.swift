import EmissionsDiagnostics
import EmissionsModel

enum EditionUnknown: Rule {
    static let about = RuleDescription(
        code: "IMP-030", severity: .warning, title: "which edition of EN 15804 applies can't be told",
        explanation: """
            Impacts of the two editions of EN 15804 differ in factors and units. Neither the methods of the
            impacts nor what the declaration complies with tells which is meant, so that what each edition asks
            for can't be checked.
            """,
        remedy: "Name the method of each impact, or the edition of EN 15804 that the declaration complies with.",
        references: [.en15804A2("clause 1"), .inData("referenceToComplianceSystem")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("impacts of +A2") { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"]) },
        .accepts("it complies with +A1") {
            $0.state(.globalWarmingTotal, ["A1-A3": "12.3"])
            $0.declaration.compliance = [.init("EN 15804+A1")]
        },
        .rejects("impacts by factors of another standard", at: \.declaration.compliance) {
            $0.state(.globalWarmingTotal, by: .traci21, ["A1-A3": "12.3"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty else { return .notApplicable }
        if context.edition == nil { findings.report(.unknown(context.results.methods), at: \.declaration.compliance) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func unknown(_ methods: MethodFamilies) -> Self {
        methods.isEmpty
            ? "nothing tells which edition of EN 15804 applies: impacts have no method"
            : "nothing tells which edition of EN 15804 applies: impacts are by \(methods.written)"
    }
}
