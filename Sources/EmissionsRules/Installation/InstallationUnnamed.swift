import EmissionsDiagnostics
import EmissionsModel

enum InstallationUnnamed: Rule {
    static let about = RuleDescription(
        code: "INS-007", severity: .warning, title: "actual values come from an installation that is not named",
        explanation: "Actual values are those of one installation. Without its name nobody can check them.",
        remedy: "Name the installation, or use default values.",
        references: [.cbamTransitional("Annex I and Annex IV")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("named") {
            $0.embeddedEmissions.direct.determination = .actual
            $0.production.installation.name = "Example Steel Works"
        },
        .accepts("default values") { $0.embeddedEmissions.direct.determination = .other },
        .rejects("not named", at: \.production.installation.name) {
            $0.embeddedEmissions.direct.determination = .actual
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.embeddedEmissions.direct.determination == .actual else { return .notApplicable }
        if footprint.production.installation.name?.isEmpty ?? true {
            findings.report(
                "direct emissions are actual values, but of no named installation", at: \.production.installation.name)
        }
        return .checked
    }
}
