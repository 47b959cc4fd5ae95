import EmissionsDiagnostics
import EmissionsModel

enum IndicatorUnknown: Rule {
    static let about = RuleDescription(
        code: "IMP-001", title: "result is of an indicator that is not known",
        explanation: """
            A result counts for what its identifier says, not for its name: wrong identifiers of indicators
            circulate, and one that only looks right would put a figure in the wrong row. Such a result takes
            part in no check and reaches no target that knows indicators.
            """,
        remedy: "Use the identifier that EN 15804 data sets have for this indicator.",
        references: [.en15804A2("7.2.3, table 3"), .inData("identifiers of indicators")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a known indicator") { $0.state(.acidification, by: .ef31, ["A1-A3": "0.02"]) },
        .rejects("a name with an identifier of nothing", at: "results[0].definition") {
            $0.results = [IndicatorResult()]
            $0.results[0].definition = .init("GWP-total", identifier: "6a37f984-a4b3-4d53-8a9b-d29a83f8c5e8")
        },
        .rejects("neither indicator nor name", at: "results[0].indicator") { $0.results = [IndicatorResult()] },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        for (index, result) in footprint.results.enumerated() where result.indicator == nil {
            if let definition = result.definition.writtenInFull {
                findings.report(.unknown(definition), at: \.results, index, \.definition)
            } else {
                findings.report("result does not say what it is of", at: \.results, index, \.indicator)
            }
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func unknown(_ definition: String) -> Self { "result is of \(definition), which is not known" }
}
