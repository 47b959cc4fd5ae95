import EmissionsDiagnostics
import EmissionsModel

enum RatingNotOneToThree: Rule {
    static let about = RuleDescription(
        code: "DQ-003", title: "data quality rating is not from 1 to 3",
        explanation: """
            PACT 2 rates data quality from 1, the best, to 3. PACT 3 and the European Commission rate to 5, so
            that the same number says something else there.
            """,
        remedy: "Rate on the scale of PACT 2, from 1 to 3.",
        references: [.pact2("dqi: technologicalDQR, temporalDQR, geographicalDQR, completenessDQR, reliabilityDQR")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("good") { $0.dataQuality.technological = ExactDecimal("1.8") },
        .rejects("on a scale to 5", at: \.dataQuality.technological) { $0.dataQuality.technological = 4 },
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
        "data quality rating is \(rating), must be from 1 to 3"
    }
}

extension ExactDecimal {
    fileprivate var isOffScale: Bool { self < 1 || self > 3 }
}
