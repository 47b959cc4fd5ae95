import EmissionsDiagnostics
import EmissionsModel

enum FootprintEditionsMixed: Rule {
    static let about = RuleDescription(
        code: "IMP-021", severity: .warning, title: "impacts are partly by EF 3.0 and partly by EF 3.1",
        explanation: """
            Factors for climate change and toxicity changed from one edition of the Environmental Footprint to
            the next, so that figures of the two can't be added up or compared.
            """,
        remedy: "Calculate all impacts by one edition.",
        references: [.en15804A2("annex C"), .inData("identifiers of indicators")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one edition, and indicators that are the same in both") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.state(.acidification, by: .ef3, ["A1-A3": "0.02"])
        },
        .rejects("two editions", at: "results[1].method") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "12.3"])
            $0.state(.globalWarmingFossil, by: .ef30, ["A1-A3": "12.3"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        guard index.methods.contains(.environmentalFootprint) else { return .notApplicable }
        let first = index.summaries.first { $0.series.method == .ef30 || $0.series.method == .ef31 }
        guard let first, index.methods.isSuperset(of: [.ef30, .ef31]) else { return .checked }
        let other: CharacterizationMethod = first.series.method == .ef30 ? .ef31 : .ef30
        if let row = index.summaries.first(where: { $0.series.method == other }) {
            findings.report(.mixed(row.series, first.series), at: \.results, row.result, \.method)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func mixed(_ series: ResultIndex.Series, _ first: ResultIndex.Series) -> Self {
        "\(series.indicator.name) is by \(series.method?.rawValue ?? ""), but \(first.indicator.name) by \(first.method?.rawValue ?? "")"
    }
}
