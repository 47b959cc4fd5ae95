import EmissionsDiagnostics
import EmissionsModel

enum PrimaryEnergyPartsZero: Rule {
    static let about = RuleDescription(
        code: "IMP-015", severity: .warning, title: "primary energy has a total, and parts of zero",
        explanation: """
            Some programmes leave both parts at zero and state the total alone. A zero is a figure, though, and
            says that no energy is used as energy and none is in the material.
            """,
        remedy: "State the parts, or ND where they were not determined.",
        references: [.en15804A2("7.2.4"), .en15804A1("7.2.4, table 4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("parts that were not determined") {
            $0.state(.renewableEnergyAsEnergy, ["A1-A3": "ND"])
            $0.state(.renewableEnergyAsMaterial, ["A1-A3": "ND"])
            $0.state(.renewableEnergyTotal, ["A1-A3": "38.1"])
        },
        .accepts("nothing at all") {
            $0.state(.renewableEnergyAsEnergy, ["C1": "0"])
            $0.state(.renewableEnergyAsMaterial, ["C1": "0"])
            $0.state(.renewableEnergyTotal, ["C1": "0"])
        },
        .rejects("zeros, told once for all modules", at: "results[2].amounts[0].amount") {
            $0.state(.renewableEnergyAsEnergy, ["A1-A3": "0", "C1": "0"])
            $0.state(.renewableEnergyAsMaterial, ["A1-A3": "0", "C1": "0"])
            $0.state(.renewableEnergyTotal, ["A1-A3": "38.1", "C1": "2"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        var applicability = Applicability.notApplicable
        for rows in index.primaryEnergyRows {
            var first: (amount: ExactDecimal, cell: ResultIndex.Cell)?
            var count = 0
            for column in index.summaries[rows.total].columns {
                guard let total = index.amount(rows.total, column) else { continue }
                applicability = .checked
                guard !total.amount.isZero, index.isZero(rows.parts, in: column) else { continue }
                if first == nil { first = total }
                count += 1
            }
            guard let first else { continue }
            findings.report(
                .zero(index.name(rows.total), first.amount, rows.parts.map(index.name), count), at: .amount(first.cell))
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func zero(_ name: String, _ total: ExactDecimal, _ parts: [String], _ count: Int) -> Self {
        "\(name) is \(total), but \(parts.inWords) are zero\(count == 1 ? "" : ", and so on in \(count) places")"
    }
}
