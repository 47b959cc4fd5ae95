import EmissionsDiagnostics
import EmissionsModel

enum GeographySubdivisionUnknown: Rule {
    static let about = RuleDescription(
        code: "GEO-002", title: "subdivision of the geography is in a country that does not exist",
        explanation: """
            A subdivision's code begins with the code of its country, as in `US-NY`. Where that is wrong the
            whole code is.
            """,
        remedy: "Use the subdivision's code from ISO 3166-2, for example US-NY.",
        references: [Reference("ISO 3166-2", "codes for subdivisions"), .pact("geographyCountrySubdivision")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("New York") { $0.geography = .subdivision("US-NY") },
        .rejects("England by its popular code", at: \.geography) { $0.geography = .subdivision("UK-ENG") },
        .rejects("no country at all", at: \.geography) { $0.geography = .subdivision("Bavaria") },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard case .subdivision(let code) = footprint.geography else { return .notApplicable }
        let parts = code.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, Countries.assigned.contains(parts[0]), (1...3).contains(parts[1].utf8.count) {
            return .checked
        }
        findings.report("\(code) is not a subdivision code of ISO 3166-2", at: \.geography)
        return .checked
    }
}
