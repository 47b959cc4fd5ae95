import EmissionsDiagnostics
import EmissionsModel

enum ReferencePeriodBefore2026: Rule {
    static let about = RuleDescription(
        code: "PER-006", title: "reference period lies before 2026",
        explanation: """
            The definitive period begins with goods imported in 2026, and their emissions are those of 2026 or
            later.
            """,
        remedy: "Report the emissions of the year in which the goods were produced, 2026 or later.",
        references: [.cbamCalculation("Article 7")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("2026") { $0.referencePeriod = Period("2026-01-01", "2026-12-31") },
        .rejects("2025", at: \.referencePeriod.end) { $0.referencePeriod = Period("2025-01-01", "2025-12-31") },
        .rejects("2025 up to the next new year", at: \.referencePeriod.end) {
            $0.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let end = footprint.referencePeriod.end else { return .notApplicable }
        if !footprint.referencePeriod.reaches(year: 2026) {
            findings.report("reference period ends at \(end), before 2026", at: \.referencePeriod.end)
        }
        return .checked
    }
}
