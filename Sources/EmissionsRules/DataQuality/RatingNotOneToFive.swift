import EmissionsDiagnostics
import EmissionsModel

enum RatingNotOneToFive: Rule {
    static let about = RuleDescription(
        code: "DQ-004", title: "data quality rating is not from 1 to 5",
        explanation: "Data quality is rated from 1, the best, to 5. Another scale can't be compared.",
        remedy: "Rate on the scale from 1 to 5.",
        references: [.pact3("dqi: technologicalDQR, temporalDQR, geographicalDQR"), .ghgProtocol("chapter 8")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("good") { $0.dataQuality.technological = ExactDecimal("1.8") },
        .accepts("poor") { $0.dataQuality.temporal = 5 },
        .rejects("in percent", at: \.dataQuality.technological) { $0.dataQuality.technological = 90 },
        .rejects("nothing", at: \.dataQuality.geographical) { $0.dataQuality.geographical = 0 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let quality = footprint.dataQuality
        guard quality.hasRating else { return .notApplicable }
        if let rating = quality.technological, rating.isOffScale {
            findings.report(.off(rating), at: \.dataQuality.technological)
        }
        if let rating = quality.temporal, rating.isOffScale {
            findings.report(.off(rating), at: \.dataQuality.temporal)
        }
        if let rating = quality.geographical, rating.isOffScale {
            findings.report(.off(rating), at: \.dataQuality.geographical)
        }
        if let rating = quality.completeness, rating.isOffScale {
            findings.report(.off(rating), at: \.dataQuality.completeness)
        }
        if let rating = quality.reliability, rating.isOffScale {
            findings.report(.off(rating), at: \.dataQuality.reliability)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func off(_ rating: ExactDecimal) -> Self {
        "data quality rating is \(rating), must be from 1 to 5"
    }
}

extension ExactDecimal {
    fileprivate var isOffScale: Bool { self < 1 || self > 5 }
}
