import EmissionsDiagnostics
import EmissionsModel

enum ActualValuesNotVerified: Rule {
    static let about = RuleDescription(
        code: "VER-004", severity: .warning, title: "actual values are not verified",
        explanation: """
            From 2026, actual values may be used only where an accredited verifier has confirmed them; without
            that, default values apply.
            """,
        remedy: "Name the verifier, or use the default values.",
        references: [
            .cbam("Article 8"),
            Reference("Implementing Regulation (EU) 2025/2546", "verification of emissions reports"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("verified") {
            $0.embeddedEmissions.direct.determination = .actual
            $0.verification.provider = "Example Assurance Ltd"
        },
        .accepts("default values") { $0.embeddedEmissions.direct.determination = .other },
        .rejects("actual, but by nobody's word", at: \.verification) {
            $0.embeddedEmissions.direct.determination = .actual
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.embeddedEmissions.direct.determination == .actual else { return .notApplicable }
        if footprint.verification.provider?.isEmpty ?? true {
            findings.report("direct emissions are actual values, but no verifier is named", at: \.verification)
        }
        return .checked
    }
}
