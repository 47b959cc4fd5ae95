import EmissionsDiagnostics
import EmissionsModel

enum PackagingExcludedButStated: Rule {
    static let about = RuleDescription(
        code: "BND-005", title: "packaging emissions are stated though packaging is not included",
        explanation: """
            Either the total includes packaging or it does not. A reader who adds or subtracts the figure gets a
            wrong total.
            """,
        remedy: "Say that packaging is included, or leave the figure out.",
        references: [.pact("packagingEmissionsIncluded, packagingGhgEmissions")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("included and stated") {
            ($0.boundary.packagingIncluded, $0.figures.packaging) = (true, .kilograms("0.2"))
        },
        .accepts("neither included nor stated") { $0.boundary.packagingIncluded = false },
        .rejects("stated only", at: \.figures.packaging) {
            ($0.boundary.packagingIncluded, $0.figures.packaging) = (false, .kilograms("0.2"))
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.boundary.packagingIncluded == false else { return .notApplicable }
        if let packaging = footprint.figures.packaging {
            findings.report(
                "packaging emissions are \(packaging), but packaging is said not to be included",
                at: \.figures.packaging)
        }
        return .checked
    }
}
