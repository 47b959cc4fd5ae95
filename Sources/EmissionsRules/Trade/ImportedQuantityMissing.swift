import EmissionsDiagnostics
import EmissionsModel

enum ImportedQuantityMissing: Rule {
    static let about = RuleDescription(
        code: "TRD-006", title: "imported quantity is missing",
        explanation: """
            Embedded emissions are stated per tonne or megawatt hour; without the quantity there is no total.
            """,
        remedy: "State the net mass in tonnes, or megawatt hours for electricity.",
        references: [.cbamTransitional("Annex I")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("tonnes") { ($0.imported.netMass, $0.imported.unit) = (550, .tonne) },
        .rejects("none", at: \.imported) { $0.commodity.cn = "72083700" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        if good.imported.amount == nil {
            findings.report("imported quantity is missing", at: \.imported)
        }
        return .checked
    }
}
