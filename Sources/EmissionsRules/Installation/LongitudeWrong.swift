import EmissionsDiagnostics
import EmissionsModel

enum LongitudeWrong: Rule {
    static let about = RuleDescription(
        code: "INS-006", severity: .warning, title: "longitude of the installation is not a number from −180 to 180",
        explanation: "Degrees are written as decimal numbers, east positive.",
        remedy: "Write decimal degrees, for example 28.9662.",
        references: [.cbamTransitional("Annex IV"), Reference("ISO 6709", "decimal degrees")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Istanbul") { $0.production.installation.longitude = "28.9662187" },
        .rejects("around the world", at: \.production.installation.longitude) {
            $0.production.installation.longitude = "388.97"
        },
        .rejects("a decimal comma", at: \.production.installation.longitude) {
            $0.production.installation.longitude = "28,97"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let text = footprint.production.installation.longitude else { return .notApplicable }
        if let longitude = ExactDecimal(text), longitude.magnitude <= 180 { return .checked }
        findings.report(
            "longitude is \(text), must be a number from -180 to 180", at: \.production.installation.longitude)
        return .checked
    }
}
