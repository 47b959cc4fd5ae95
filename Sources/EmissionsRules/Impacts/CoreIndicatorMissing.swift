import EmissionsDiagnostics
import EmissionsModel

enum CoreIndicatorMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-017", title: "core indicator of the standard is missing",
        explanation: """
            EN 15804+A1 asks for seven impacts, and +A2 for twelve and for GWP-luluc, which may be left out
            below 5 percent of the total. A declaration without one of them can't be used in the assessment of a
            building. Which edition applies follows from the methods of the impacts, else from what the
            declaration says it complies with.
            """,
        remedy: "State the indicator for all declared modules, or INA where it was not assessed.",
        references: [.en15804A1("7.2.3, table 3"), .en15804A2("7.2.3, table 3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all of +A1") { $0.state(StandardIndicators.coreA1, by: .en15804A1) },
        .accepts("all of +A2") { $0.state(StandardIndicators.coreA2, by: .ef31) },
        .accepts("other methods, of which it says nothing") { $0.state(.acidification, by: .traci21, ["A1-A3": "1"]) },
        .rejects("global warming only", at: \.results) { $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty, let edition = context.edition else { return .notApplicable }
        let core = edition == .a1 ? StandardIndicators.coreA1 : StandardIndicators.coreA2
        let missing = context.results.missing(core.map { [$0] })
        if !missing.isEmpty { findings.report(.missing(missing, edition), at: \.results) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ indicators: [String], _ edition: EN15804) -> Self {
        "\(indicators.inWords) \(indicators.count == 1 ? "is" : "are") missing, \(edition.written) asks for \(indicators.count == 1 ? "it" : "them")"
    }
}
