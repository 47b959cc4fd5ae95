import EmissionsDiagnostics
import EmissionsModel

enum TotalNegative: Rule {
    static let about = RuleDescription(
        code: "FIG-003", severity: .warning, title: "total without biogenic uptake is negative",
        explanation: """
            Without uptake, only removals that last can bring a total below zero. PACT 2 does not allow it at
            all.
            """,
        remedy: "Check the sign, and whether biogenic uptake was subtracted in this figure.",
        references: [.pact2("pCfExcludingBiogenic"), .pact3("pcfExcludingBiogenicUptake")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a positive total") { $0.figures.excludingBiogenicUptake = .kilograms("1.63") },
        .accepts("uptake brings the other total below zero") {
            $0.figures.includingBiogenicUptake = .kilograms("-0.4")
        },
        .rejects("less than nothing", at: \.figures.excludingBiogenicUptake) {
            $0.figures.excludingBiogenicUptake = .kilograms("-0.4")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let total = footprint.figures.excludingBiogenicUptake else { return .notApplicable }
        if total.amount.isNegative {
            findings.report(
                "total without biogenic uptake is \(total), less than nothing", at: \.figures.excludingBiogenicUptake)
        }
        return .checked
    }
}
