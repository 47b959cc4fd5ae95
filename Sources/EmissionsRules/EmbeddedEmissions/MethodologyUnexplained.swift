import EmissionsDiagnostics
import EmissionsModel

enum MethodologyUnexplained: Rule {
    static let about = RuleDescription(
        code: "EE-011", severity: .warning, title: "another methodology is not described",
        explanation: """
            A methodology that is not the Commission's has to lead to similar coverage and accuracy, which can
            only be judged from its description.
            """,
        remedy: "Describe the methodology, for example the national system it belongs to.",
        references: [.cbamTransitional("Article 4(2)")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the Commission's") { $0.embeddedEmissions.direct.methodology = .commissionRules },
        .accepts("another that is described") {
            $0.embeddedEmissions.direct.methodology = .other
            $0.embeddedEmissions.direct.methodologyDescription = "The Chinese pilot's reporting guideline for steel"
        },
        .rejects("another", at: \.embeddedEmissions.direct.methodologyDescription) {
            $0.embeddedEmissions.direct.methodology = .other
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let direct = footprint.embeddedEmissions.direct
        guard direct.methodology == .other else { return .notApplicable }
        if direct.methodologyDescription?.isEmpty ?? true {
            findings.report(
                "another methodology was applied, but is not described",
                at: \.embeddedEmissions.direct.methodologyDescription)
        }
        return .checked
    }
}
