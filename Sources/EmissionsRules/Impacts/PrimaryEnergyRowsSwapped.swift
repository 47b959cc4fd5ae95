import EmissionsDiagnostics
import EmissionsModel

enum PrimaryEnergyRowsSwapped: Rule {
    static let about = RuleDescription(
        code: "IMP-016", severity: .warning, title: "rows of primary energy look swapped",
        explanation: """
            The parts do not add up to the total, but they would if the total and one of the parts changed
            places, in every module where they don't.
            """,
        remedy: "Check which row is the total, and put each amount under its own indicator.",
        references: [.en15804A2("7.2.4"), .en15804A1("7.2.4, table 4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a sum") {
            $0.state(.renewableEnergyAsEnergy, ["A1-A3": "21.8"])
            $0.state(.renewableEnergyAsMaterial, ["A1-A3": "16.2"])
            $0.state(.renewableEnergyTotal, ["A1-A3": "38.0"])
        },
        .rejects("total and energy as energy", at: "results[2].indicator") {
            $0.state(.renewableEnergyAsEnergy, ["A1-A3": "38.0"])
            $0.state(.renewableEnergyAsMaterial, ["A1-A3": "16.2"])
            $0.state(.renewableEnergyTotal, ["A1-A3": "21.8"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        var applicability = Applicability.notApplicable
        for rows in index.primaryEnergyRows {
            guard let swapped = index.swappedRow(rows) else { continue }
            applicability = .checked
            if case .with(let part) = swapped {
                findings.report(
                    "amounts add up if those of \(index.name(rows.total)) and \(index.name(part)) change places",
                    at: \.results, index.summaries[rows.total].result, \.indicator)
            }
        }
        return applicability
    }
}
