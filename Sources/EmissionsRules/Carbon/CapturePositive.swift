import EmissionsDiagnostics
import EmissionsModel

enum CapturePositive: Rule {
    static let about = RuleDescription(
        code: "CCS-001", severity: .warning, title: "captured or removed carbon dioxide is positive",
        explanation: """
            What is captured or removed is stated as a negative figure. The schemas of PACT 3.0.0 to 3.0.2 asked
            for the opposite, so both are seen.
            """,
        remedy: "Write the figure with a minus sign.",
        references: [.pact3("ccsTechnologicalCO2Capture, technologicalCO2Removals")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("captured") { $0.carbonCapture.captured = .kilograms("-0.5") },
        .rejects("written as an emission", at: \.carbonCapture.removals) {
            $0.carbonCapture.removals = .kilograms("0.5")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.carbonCapture.captured != nil || footprint.carbonCapture.removals != nil else {
            return .notApplicable
        }
        if let captured = footprint.carbonCapture.captured, captured.amount.isPositive {
            findings.report(.positive("captured carbon dioxide", captured), at: \.carbonCapture.captured)
        }
        if let removals = footprint.carbonCapture.removals, removals.amount.isPositive {
            findings.report(.positive("removals", removals), at: \.carbonCapture.removals)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func positive(_ name: String, _ amount: Emissions) -> Self {
        "\(name): \(amount), must not be above zero"
    }
}
