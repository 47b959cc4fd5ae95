import EmissionsDiagnostics
import EmissionsModel

enum ValidityHalfStated: Rule {
    static let about = RuleDescription(
        code: "VAL-005", severity: .warning, title: "validity has only one end",
        explanation: """
            PACT 2 wants both ends or none; without them, a footprint is valid for three years after its
            reference period. With one end a reader has to guess the other.
            """,
        remedy: "State both ends, or neither.",
        references: [.pact2("validityPeriodStart, validityPeriodEnd")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("both") { $0.validity = Period("2025-01-01", "2027-12-31") },
        .accepts("neither") { _ in },
        .rejects("no end", at: \.validity.end) { $0.validity.start = Timestamp("2025-01-01") },
        .rejects("no start", at: \.validity.start) { $0.validity.end = Timestamp("2027-12-31") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        switch (footprint.validity.start, footprint.validity.end) {
        case (_?, nil): findings.report("validity has a start but no end", at: \.validity.end)
        case (nil, _?): findings.report("validity has an end but no start", at: \.validity.start)
        case (nil, nil): return .notApplicable
        case (_?, _?): break
        }
        return .checked
    }
}
