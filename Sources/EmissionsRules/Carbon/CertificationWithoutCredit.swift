import EmissionsDiagnostics
import EmissionsModel

enum CertificationWithoutCredit: Rule {
    static let about = RuleDescription(
        code: "CCS-003", severity: .warning, title: "credit certification is given without the credit approach",
        explanation: """
            The certification belongs to the credit approach for captured carbon; with the cut-off approach
            there is no credit to certify.
            """,
        remedy: "State the credit approach, or leave the certification out.",
        references: [.pact3("ccuCalculationApproach, ccuCreditCertification")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a certified credit") {
            ($0.carbonCapture.useApproach, $0.carbonCapture.creditCertification) = (.credit, "https://example.com/c")
        },
        .rejects("a certified cut-off", at: \.carbonCapture.creditCertification) {
            ($0.carbonCapture.useApproach, $0.carbonCapture.creditCertification) = (.cutOff, "https://example.com/c")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.carbonCapture.creditCertification != nil else { return .notApplicable }
        if footprint.carbonCapture.useApproach != .credit {
            findings.report(
                "credit certification is given, but the approach is not credit", at: \.carbonCapture.creditCertification
            )
        }
        return .checked
    }
}
