import EmissionsDiagnostics
import EmissionsModel

enum CaptureIncludedButNotStated: Rule {
    static let about = RuleDescription(
        code: "CCS-004", severity: .warning, title: "storage is included, but nothing captured is stated",
        explanation: """
            Captured and stored carbon dioxide lowers the total. Without the amount nobody can tell by how much,
            or take it out again where their own rules do not count it.
            """,
        remedy: "State how much carbon dioxide is captured, or that storage is not included.",
        references: [.pact3("ccsTechnologicalCO2CaptureIncluded"), .pact3("ccsTechnologicalCO2Capture")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("included and stated") {
            ($0.carbonCapture.storageIncluded, $0.carbonCapture.captured) = (true, .kilograms("-0.5"))
        },
        .accepts("not included") { $0.carbonCapture.storageIncluded = false },
        .rejects("included and not stated", at: \.carbonCapture.captured) { $0.carbonCapture.storageIncluded = true },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.carbonCapture.storageIncluded == true else { return .notApplicable }
        if footprint.carbonCapture.captured == nil {
            findings.report(
                "storage is included, but captured carbon dioxide is not stated", at: \.carbonCapture.captured)
        }
        return .checked
    }
}
