import EmissionsDiagnostics
import EmissionsModel

enum CaptureExcludedButStated: Rule {
    static let about = RuleDescription(
        code: "CCS-002", severity: .warning, title: "capture is stated though storage is not included",
        explanation: "Where carbon capture and storage is said not to be included, figures about it contradict that.",
        remedy: "Say that storage is included, or leave the figures out.",
        references: [.pact3("ccsTechnologicalCO2CaptureIncluded")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("included and stated") {
            $0.carbonCapture.storageIncluded = true
            $0.carbonCapture.captured = .kilograms("-0.5")
        },
        .accepts("neither") { $0.carbonCapture.storageIncluded = false },
        .rejects("stated only", at: \.carbonCapture.captured) {
            $0.carbonCapture.storageIncluded = false
            $0.carbonCapture.captured = .kilograms("-0.5")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.carbonCapture.storageIncluded == false else { return .notApplicable }
        if let captured = footprint.carbonCapture.captured {
            findings.report(.excluded("\(captured) are captured"), at: \.carbonCapture.captured)
        }
        if let removals = footprint.carbonCapture.removals {
            findings.report(.excluded("\(removals) are removed"), at: \.carbonCapture.removals)
        }
        if footprint.carbonCapture.origin != nil {
            findings.report(.excluded("an origin is stated"), at: \.carbonCapture.origin)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func excluded(_ what: String) -> Self { "\(what), but storage is said not to be included" }
}
