import EmissionsDiagnostics
import EmissionsModel

enum ImportedQuantityNotPositive: Rule {
    static let about = RuleDescription(
        code: "TRD-007", title: "imported quantity is zero or negative",
        explanation: "Nothing was imported, or the sign is wrong.",
        remedy: "State the net mass that was imported, or leave the good out.",
        references: [.cbamTransitional("Annex I")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("tonnes") { $0.imported.netMass = 550 },
        .rejects("nothing", at: \.imported.netMass) { $0.imported.netMass = 0 },
        .rejects("less than nothing", at: \.imported.supplementaryUnits) { $0.imported.supplementaryUnits = -1 },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard good.imported.netMass != nil || good.imported.supplementaryUnits != nil else { return .notApplicable }
        if let mass = good.imported.netMass, !mass.isPositive {
            findings.report("imported net mass is \(mass), must be more than zero", at: \.imported.netMass)
        }
        if let units = good.imported.supplementaryUnits, !units.isPositive {
            findings.report("imported quantity is \(units), must be more than zero", at: \.imported.supplementaryUnits)
        }
        return .checked
    }
}
