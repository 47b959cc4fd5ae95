import EmissionsDiagnostics
import EmissionsModel

enum PackagingIncludedButNotStated: Rule {
    static let about = RuleDescription(
        code: "BND-006", severity: .note, title: "packaging is included, but its emissions are not stated",
        explanation: "A buyer who uses other packaging, or none, needs the figure to take it out of the total.",
        remedy: "State the emissions of the packaging besides the total.",
        references: [.pact("packagingGhgEmissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("included and stated") {
            ($0.boundary.packagingIncluded, $0.figures.packaging) = (true, .kilograms("0.2"))
        },
        .rejects("included only", at: \.figures.packaging) { $0.boundary.packagingIncluded = true },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.boundary.packagingIncluded == true else { return .notApplicable }
        if footprint.figures.packaging == nil {
            findings.report("packaging is included, but its emissions are not stated", at: \.figures.packaging)
        }
        return .checked
    }
}
