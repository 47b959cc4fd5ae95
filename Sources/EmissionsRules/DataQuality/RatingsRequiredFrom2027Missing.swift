import EmissionsDiagnostics
import EmissionsModel

enum RatingsRequiredFrom2027Missing: Rule {
    static let about = RuleDescription(
        code: "DQ-008", severity: .warning,
        title: "data quality ratings are missing though the data is of 2027 or later",
        explanation: "PACT 3 makes the ratings mandatory from 2027 on.",
        remedy: "Rate technology, time and geography from 1 to 5.",
        references: [.pact3("dqi")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("data of 2025") { $0.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z") },
        .accepts("data of 2027 with a rating") {
            $0.referencePeriod = Period("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z")
            $0.dataQuality.technological = 1
        },
        .rejects("data of 2027 without", at: \.dataQuality) {
            $0.referencePeriod = Period("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.referencePeriod.reaches(year: 2027), !context.isInGood else { return .notApplicable }
        if !footprint.dataQuality.hasRating {
            findings.report("data quality is not rated, required for data of 2027 and later", at: \.dataQuality)
        }
        return .checked
    }
}
