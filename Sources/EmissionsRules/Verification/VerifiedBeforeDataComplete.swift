import EmissionsDiagnostics
import EmissionsModel

enum VerifiedBeforeDataComplete: Rule {
    static let about = RuleDescription(
        code: "VER-003", severity: .warning, title: "verification was completed before the reference period ended",
        explanation: "A verifier can't have seen the data of a time that had not come.",
        remedy: "Check both dates; the verification of an earlier footprint does not count for this one.",
        references: [
            .pact("verification: completedAt"),
            Reference("Implementing Regulation (EU) 2025/2546", "verification of emissions reports"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("after the data") {
            $0.referencePeriod = Period("2025-01-01", "2025-12-31")
            $0.verification.completed = Timestamp("2026-03-31T12:00:00Z")
        },
        .rejects("in the middle of it", at: \.verification.completed) {
            $0.referencePeriod = Period("2025-01-01", "2025-12-31")
            $0.verification.completed = Timestamp("2025-06-30T12:00:00Z")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let completed = footprint.verification.completed, let end = footprint.referencePeriod.end else {
            return .notApplicable
        }
        if completed < end {
            findings.report(.early(completed, end), at: \.verification.completed)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func early(_ completed: Timestamp, _ end: Timestamp) -> Self {
        "verification was completed at \(completed), before the reference period ended at \(end)"
    }
}
