import EmissionsDiagnostics
import EmissionsModel

enum MethodMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-002", severity: .warning, title: "impact does not say by which method it was found",
        explanation: """
            Acidification in kg of sulfur dioxide and acidification in moles of hydrogen ions are two figures.
            Without the method nobody can tell what an impact may be compared with.
            """,
        remedy: "Name the set of characterization factors, such as EF 3.1 or that of EN 15804+A1.",
        references: [.en15804A2("annex C"), .en15804A1("annex C"), .openEPD("impacts")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("by the Environmental Footprint") { $0.state(.acidification, by: .ef31, ["A1-A3": "0.02"]) },
        .accepts("use of resources, which takes no factors") { $0.state(.freshWater, ["A1-A3": "0.02"]) },
        .rejects("no method", at: "results[0].method") {
            $0.state(.acidification, in: .molesHydrogenIons, ["A1-A3": "0.02"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, indicator.isImpact, !indicator.isCarbonFlow else { continue }
            applicability = .checked
            if result.method == nil {
                findings.report("\(indicator.name) is stated by no method", at: \.results, index, \.method)
            }
        }
        return applicability
    }
}
