import EmissionsDiagnostics
import EmissionsModel

enum RatingsIncomplete: Rule {
    static let about = RuleDescription(
        code: "DQ-005", severity: .warning, title: "some data quality ratings are missing",
        explanation: """
            The ratings for technology, time and geography are read together; two of the three give no picture.
            """,
        remedy: "Give all three ratings, or none.",
        references: [.pact("dqi: technologicalDQR, temporalDQR, geographicalDQR")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("all three") {
            ($0.dataQuality.technological, $0.dataQuality.temporal, $0.dataQuality.geographical) = (1, 2, 1)
        },
        .accepts("none") { _ in },
        .rejects("two", at: \.dataQuality.geographical) {
            ($0.dataQuality.technological, $0.dataQuality.temporal) = (1, 2)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let quality = footprint.dataQuality
        guard quality.technological != nil || quality.temporal != nil || quality.geographical != nil else {
            return .notApplicable
        }
        if quality.technological == nil { findings.report(.missing("technology"), at: \.dataQuality.technological) }
        if quality.temporal == nil { findings.report(.missing("time"), at: \.dataQuality.temporal) }
        if quality.geographical == nil { findings.report(.missing("geography"), at: \.dataQuality.geographical) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ name: String) -> Self { "data quality rating for \(name) is missing" }
}
