import EmissionsDiagnostics
import EmissionsModel

enum VerifierUnnamed: Rule {
    static let about = RuleDescription(
        code: "VER-001", severity: .warning, title: "verifier is not named",
        explanation: "A verification that nobody answers for can't be relied on.",
        remedy: "Name the company that verified the footprint.",
        references: [
            .pact("verification: providerName"), .pact2("assurance: providerName"), .ghgProtocol("chapter 12"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a verifier") {
            ($0.verification.standard, $0.verification.provider) = ("ISO 14064-3", "Example Assurance Ltd")
        },
        .accepts("no verification") { _ in },
        .accepts("said not to be verified") { $0.verification.isAssured = false },
        .rejects("a standard, but no verifier", at: \.verification.provider) {
            $0.verification.standard = "ISO 14064-3"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let verification = footprint.verification
        guard verification.isAssured != false,
            verification.standard != nil || verification.coverage != nil || verification.level != nil
                || verification.completed != nil || verification.isAssured == true
        else { return .notApplicable }
        if verification.provider?.isEmpty ?? true {
            findings.report("footprint is said to be verified, but not by whom", at: \.verification.provider)
        }
        return .checked
    }
}
