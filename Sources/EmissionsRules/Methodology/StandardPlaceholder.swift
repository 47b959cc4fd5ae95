import EmissionsDiagnostics
import EmissionsModel

enum StandardPlaceholder: Rule {
    static let about = RuleDescription(
        code: "MET-009", severity: .note, title: "standard is a placeholder",
        explanation: """
            PACT's usability model lets first-time reporters write `N/A` where no standard was followed. It says
            that there is none, not that there is one.
            """,
        remedy: "Name the standard, or tell your customers that none was followed.",
        references: [Reference("PACT PCF Usability Model", "default values"), .pact("crossSectoralStandards")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a standard of a sector") { $0.methodology.standards = [.other("ISO 20915")] },
        .rejects("not applicable", at: "methodology.standards[0]") { $0.methodology.standards = [.other("N/A")] },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.methodology.standards.isEmpty else { return .notApplicable }
        for (index, standard) in footprint.methodology.standards.enumerated() {
            guard standard.isPlaceholder, case .other(let name) = standard else { continue }
            findings.report("standard is \(name), a placeholder", at: \.methodology.standards, index)
        }
        return .checked
    }
}
