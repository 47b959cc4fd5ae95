import EmissionsDiagnostics
import EmissionsModel

enum LocationMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-013", severity: .warning, title: "declaration does not say where it holds",
        explanation: "Electricity and transport make the figures of one product differ between countries.",
        remedy: "State the country or region for which the data is representative, such as DE or RER.",
        references: [.en15804A2("7.1 a"), .inData("location")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Germany") { $0.declaration.scope.locations = ["DE"] },
        .accepts("a country, as footprints state it") { $0.geography = .country("DE") },
        .rejects("nowhere", at: \.declaration.scope.locations) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.scope.locations.allSatisfy(\.isEmpty), footprint.geography == nil {
            findings.report("where the declaration holds is not stated", at: \.declaration.scope.locations)
        }
        return .checked
    }
}
