import EmissionsDiagnostics
import EmissionsModel

enum FactorSourceUnexplained: Rule {
    static let about = RuleDescription(
        code: "EE-010", severity: .warning, title: "source of an electricity factor is not explained",
        explanation: "A factor that is not the Commission's has to come from somewhere that can be checked.",
        remedy: "Describe the source of the emission factor, with its value.",
        references: [.cbamManual("emission factor for electricity"), .cbamTransitional("Annex III, section D")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the Commission's") { $0.embeddedEmissions.indirect.electricityFactor.source = .commission },
        .accepts("another, described") {
            $0.embeddedEmissions.indirect.electricityFactor.source = .other
            $0.embeddedEmissions.indirect.otherSource = "National grid operator, 2024"
        },
        .rejects("another", at: \.embeddedEmissions.indirect.electricityFactor.sourceDescription) {
            $0.embeddedEmissions.indirect.electricityFactor.source = .other
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let (direct, indirect) = (footprint.embeddedEmissions.direct, footprint.embeddedEmissions.indirect)
        guard direct.electricityFactor.source == .other || indirect.electricityFactor.source == .other else {
            return .notApplicable
        }
        if direct.electricityFactor.isUnexplained, direct.otherSource?.isEmpty ?? true {
            findings.report(
                "source of the electricity factor is another, but not described",
                at: \.embeddedEmissions.direct.electricityFactor.sourceDescription)
        }
        if indirect.electricityFactor.isUnexplained, indirect.otherSource?.isEmpty ?? true {
            findings.report(
                "source of the electricity factor is another, but not described",
                at: \.embeddedEmissions.indirect.electricityFactor.sourceDescription)
        }
        return .checked
    }
}

extension ElectricityFactor {
    fileprivate var isUnexplained: Bool { source == .other && sourceDescription?.isEmpty ?? true }
}
