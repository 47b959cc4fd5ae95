import EmissionsDiagnostics
import EmissionsModel

enum LatitudeWrong: Rule {
    static let about = RuleDescription(
        code: "INS-005", severity: .warning, title: "latitude of the installation is not a number from −90 to 90",
        explanation: """
            Degrees are written as decimal numbers, north positive. A latitude beyond the poles is often a
            longitude in the wrong field.
            """,
        remedy: "Write decimal degrees, for example 41.0092.",
        references: [.cbamTransitional("Annex IV"), Reference("ISO 6709", "decimal degrees")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Istanbul") { $0.production.installation.latitude = "41.0091982" },
        .rejects("beyond the pole", at: \.production.installation.latitude) {
            $0.production.installation.latitude = "141.0"
        },
        .rejects("degrees and minutes", at: \.production.installation.latitude) {
            $0.production.installation.latitude = "41°00'33\"N"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let text = footprint.production.installation.latitude else { return .notApplicable }
        if let latitude = ExactDecimal(text), latitude.magnitude <= 90 { return .checked }
        findings.report("latitude is \(text), must be a number from -90 to 90", at: \.production.installation.latitude)
        return .checked
    }
}
