import EmissionsDiagnostics
import EmissionsModel

enum QualityRequiredFrom2025Missing: Rule {
    static let about = RuleDescription(
        code: "DQ-007", severity: .warning,
        title: "primary data share or data quality is missing though the data is of 2025 or later",
        explanation: """
            One of the two was enough for data of earlier years only. From 2025 on, PACT 2 asks for the primary
            data share and for all six indicators of data quality.
            """,
        remedy: "State both the primary data share and the data quality indicators.",
        references: [.pact2("primaryDataShare, dqi")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("data of 2023") {
            $0.referencePeriod = Period("2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z")
            $0.dataQuality.primaryDataShare = 72
        },
        .accepts("data of 2025 with both") {
            $0.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
            ($0.dataQuality.primaryDataShare, $0.dataQuality.coverage) = (72, 95)
            ($0.dataQuality.technological, $0.dataQuality.temporal, $0.dataQuality.geographical) = (1, 1, 1)
            ($0.dataQuality.completeness, $0.dataQuality.reliability) = (1, 1)
        },
        .rejects("data of 2025 with the ratings only", at: \.dataQuality.primaryDataShare) {
            $0.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
            $0.dataQuality.coverage = 95
            ($0.dataQuality.technological, $0.dataQuality.temporal, $0.dataQuality.geographical) = (1, 1, 1)
            ($0.dataQuality.completeness, $0.dataQuality.reliability) = (1, 1)
        },
        .rejects("data of 2025 without coverage", at: \.dataQuality.coverage) {
            $0.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
            $0.dataQuality.primaryDataShare = 72
            ($0.dataQuality.technological, $0.dataQuality.temporal, $0.dataQuality.geographical) = (1, 1, 1)
            ($0.dataQuality.completeness, $0.dataQuality.reliability) = (1, 1)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.referencePeriod.reaches(year: 2025), !context.isInGood else { return .notApplicable }
        let quality = footprint.dataQuality
        if quality.primaryDataShare == nil {
            findings.report(.missing("primary data share"), at: \.dataQuality.primaryDataShare)
        }
        if quality.coverage == nil { findings.report(.missing("coverage"), at: \.dataQuality.coverage) }
        if quality.technological == nil {
            findings.report(.missing("rating of technology"), at: \.dataQuality.technological)
        }
        if quality.temporal == nil { findings.report(.missing("rating of time"), at: \.dataQuality.temporal) }
        if quality.geographical == nil {
            findings.report(.missing("rating of geography"), at: \.dataQuality.geographical)
        }
        if quality.completeness == nil {
            findings.report(.missing("rating of completeness"), at: \.dataQuality.completeness)
        }
        if quality.reliability == nil {
            findings.report(.missing("rating of reliability"), at: \.dataQuality.reliability)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ name: String) -> Self {
        "\(name) is missing, required for data of 2025 and later"
    }
}
