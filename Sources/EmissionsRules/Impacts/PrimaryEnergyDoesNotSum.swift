import EmissionsDiagnostics
import EmissionsModel

enum PrimaryEnergyDoesNotSum: Rule {
    static let about = RuleDescription(
        code: "IMP-014", title: "total primary energy is not the sum of its parts",
        explanation: """
            Energy used as energy and energy bound in materials make up the total, of renewable and of
            non-renewable sources alike, in each module. Roundings are allowed for, and besides 2 percent of the
            largest of the figures.
            """,
        remedy: "Compare the three figures with the life-cycle assessment, and correct the one that is wrong.",
        references: [.en15804A2("7.2.4"), .en15804A1("7.2.4, table 4"), .iso21930("7.2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a sum within rounding") {
            $0.state(.renewableEnergyAsEnergy, ["A1-A3": "21.8"])
            $0.state(.renewableEnergyAsMaterial, ["A1-A3": "16.25"])
            $0.state(.renewableEnergyTotal, ["A1-A3": "38.1"])
        },
        .accepts("parts that are left at zero, for which there is another rule") {
            $0.state(.renewableEnergyAsEnergy, ["A1-A3": "0"])
            $0.state(.renewableEnergyAsMaterial, ["A1-A3": "0"])
            $0.state(.renewableEnergyTotal, ["A1-A3": "38.1"])
        },
        .rejects("a total below its part", at: "results[2].amounts[0].amount") {
            $0.state(.nonRenewableEnergyAsEnergy, ["C1": "21.8"])
            $0.state(.nonRenewableEnergyAsMaterial, ["C1": "0"])
            $0.state(.nonRenewableEnergyTotal, ["C1": "0.218"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        var applicability = Applicability.notApplicable
        for rows in index.primaryEnergyRows {
            for column in index.summaries[rows.total].columns {
                guard let (total, cell) = index.amount(rows.total, column),
                    let sum = index.sum(of: rows.parts, in: column)
                else { continue }
                applicability = .checked
                guard total.isZero || !index.isZero(rows.parts, in: column) else { continue }
                switch sum.compared(with: total) {
                case .agrees: break
                case .differs:
                    findings.report(
                        .doesNotSum(
                            index.name(rows.total), total, rows.parts.map(index.name), sum, index.columns[column]),
                        at: .amount(cell))
                case .tooLong: findings.reportUnchecked("sum of \(index.name(rows.total))", at: \.results)
                }
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func doesNotSum(
        _ name: String, _ total: ExactDecimal, _ parts: [String], _ sum: StatedSum, _ column: ResultIndex.Column
    ) -> Self {
        "\(name) in \(column.written) is \(total), but \(parts.inWords) come to \(sum.written)"
    }
}
