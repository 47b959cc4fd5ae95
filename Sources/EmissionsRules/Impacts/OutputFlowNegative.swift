import EmissionsDiagnostics
import EmissionsModel

enum OutputFlowNegative: Rule {
    static let about = RuleDescription(
        code: "IMP-024", severity: .warning, title: "waste or output flow is negative",
        explanation: """
            Waste that is disposed of and material that leaves for another use can be nothing, but not less:
            what it saves elsewhere is stated in module D, as impacts and resources.
            """,
        remedy: "Check the sign, and state savings in module D.",
        references: [.en15804A1("7.2.5"), .en15804A2("7.2.4"), .en15804A2("6.4.3.3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("none") { $0.state(.materialsForRecycling, ["C3": "0"]) },
        .accepts("less waste thanks to recycling, in module D") { $0.state(.nonHazardousWaste, ["D": "-0.4"]) },
        .rejects("less than nothing", at: "results[0].amounts[0].amount") { $0.state(.exportedHeat, ["C3": "-12"]) },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (number, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, indicator.flow == .output else { continue }
            applicability = .checked
            for (index, item) in result.amounts.enumerated() {
                guard let amount = item.amount, amount.isNegative, let modules = item.modules, !modules.contains(.d)
                else { continue }
                findings.report(
                    "\(indicator.name) in \(item.place) is \(amount), less than nothing",
                    at: .amount(ResultIndex.Cell(result: number, item: index)))
            }
        }
        return applicability
    }
}
