import EmissionsDiagnostics
import EmissionsModel

enum ResourceIndicatorMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-018", severity: .warning, title: "indicator of resource use is missing",
        explanation: "Ten indicators of resources used belong to a declaration by EN 15804, in both editions.",
        remedy: "State the indicator for all declared modules, or INA where it was not assessed.",
        references: [.en15804A1("7.2.4, table 4"), .en15804A2("7.2.4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all ten") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "1"])
            $0.state(StandardIndicators.resources.map { $0[0] })
        },
        .rejects("impacts only", at: \.results) { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "1"]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty, context.edition != nil else { return .notApplicable }
        let missing = context.results.missing(StandardIndicators.resources)
        if !missing.isEmpty { findings.report("use of resources is stated without \(missing.inWords)", at: \.results) }
        return .checked
    }
}
