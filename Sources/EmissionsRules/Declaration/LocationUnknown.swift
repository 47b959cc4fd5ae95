import EmissionsDiagnostics
import EmissionsModel

enum LocationUnknown: Rule {
    static let about = RuleDescription(
        code: "DEC-014", severity: .note, title: "code of a location is not known",
        explanation: "Tools choose data by country and region. A text or a code of one's own finds no match.",
        remedy: """
            Use the country's code of two capital letters, or a usual one for a region, such as RER, EU-27 or \
            GLO.
            """,
        references: [.inData("location"), Reference("ISO 3166-1", "alpha-2 codes")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Germany, a part of the United States, Europe and the world") {
            $0.declaration.scope.locations = ["DE", "US-CA", "RER", "GLO"]
        },
        .rejects("a text", at: "declaration.scope.locations[0]") { $0.declaration.scope.locations = ["all of Europe"] },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.scope.locations.isEmpty else { return .notApplicable }
        for (index, code) in footprint.declaration.scope.locations.enumerated() where !code.isEmpty {
            if !DeclarationRegions.isKnown(code) {
                findings.report("\(code) is not a code that is known", at: \.declaration.scope.locations, index)
            }
        }
        return .checked
    }
}
