import EmissionsDiagnostics
import EmissionsModel

enum ReferencePeriodMissing: Rule {
    static let about = RuleDescription(
        code: "PER-002", severity: .warning, title: "reference period is missing",
        explanation: """
            Emissions of a product change from year to year. A figure without the period its data comes from
            can't be compared, and nobody knows when it is out of date.
            """,
        remedy: "State when the activity data was collected, from the first moment to the first moment after.",
        references: [.iso14067("6.3.6"), .ghgProtocol("chapter 7"), .pact("referencePeriodStart, referencePeriodEnd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a calendar year") {
            $0.referencePeriod = Period("2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")
        },
        .accepts("a declaration, which has a reference year") { $0.declaration.kind = .specific },
        .accepts("an imported good, whose filing has a period", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("no period", at: \.referencePeriod) { _ in },
        .rejects("no end", at: \.referencePeriod.end) { $0.referencePeriod.start = Timestamp("2024-01-01") },
        .rejects("no start", at: \.referencePeriod.start) { $0.referencePeriod.end = Timestamp("2024-01-01") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isDeclaration else { return .notApplicable }
        switch (footprint.referencePeriod.start, footprint.referencePeriod.end) {
        case (nil, nil): findings.report("reference period is missing", at: \.referencePeriod)
        case (_?, nil): findings.report("reference period has no end", at: \.referencePeriod.end)
        case (nil, _?): findings.report("reference period has no start", at: \.referencePeriod.start)
        case (_?, _?): break
        }
        return .checked
    }
}
