import EmissionsDiagnostics
import EmissionsModel

enum GeographyRegionUnknown: Rule {
    static let about = RuleDescription(
        code: "GEO-003", severity: .warning, title: "region of the geography is not one of the United Nations",
        explanation: """
            Regions are compared by name, so that another name for the same region is another region to a
            buyer's system.
            """,
        remedy: "Use a region or subregion of the UN, for example Western Europe, or name the country.",
        references: [Reference("UN M49", "regions and subregions"), .pact("geographyRegionOrSubregion")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a subregion") { $0.geography = .region("Western Europe") },
        .rejects("a sales region", at: \.geography) { $0.geography = .region("EMEA") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard case .region(let name) = footprint.geography else { return .notApplicable }
        if !Regions.names.contains(name) {
            findings.report("\(name) is not a region of the United Nations", at: \.geography)
        }
        return .checked
    }
}
