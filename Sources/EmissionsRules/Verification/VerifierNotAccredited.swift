import EmissionsDiagnostics
import EmissionsModel

enum VerifierNotAccredited: Rule {
    static let about = RuleDescription(
        code: "VER-005", severity: .warning, title: "verifier of actual values is not said to be accredited",
        explanation: """
            From 2026, actual values count only where an accredited verifier has confirmed them. Who accredited the verifier
            is what an importer looks up first.
            """,
        remedy: "Name the accreditation body of the verifier.",
        references: [
            .cbam("Article 18"),
            Reference("Implementing Regulation (EU) 2025/2546", "verification of emissions reports"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("accredited") {
            $0.embeddedEmissions.direct.determination = .actual
            $0.verification.provider = "Example Assurance Ltd"
            $0.verification.accreditationBody = "Example Accreditation Service"
        },
        .accepts("no verifier, which is another finding") { $0.embeddedEmissions.direct.determination = .actual },
        .rejects("by whom is not said", at: \.verification.accreditationBody) {
            $0.embeddedEmissions.direct.specific = 1
            $0.verification.provider = "Example Assurance Ltd"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let direct = footprint.embeddedEmissions.direct
        guard direct.specific != nil || direct.determination != nil, direct.determination != .other,
            let verifier = footprint.verification.provider, !verifier.isEmpty
        else { return .notApplicable }
        if footprint.verification.accreditationBody?.isEmpty ?? true {
            findings.report(.unknown(verifier), at: \.verification.accreditationBody)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func unknown(_ verifier: String) -> Self {
        "verifier is \(verifier), but no accreditation body is named"
    }
}
