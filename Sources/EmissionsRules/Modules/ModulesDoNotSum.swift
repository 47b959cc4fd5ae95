import EmissionsDiagnostics
import EmissionsModel

enum ModulesDoNotSum: Rule {
    static let about = RuleDescription(
        code: "MOD-006", severity: .warning, title: "sum over modules is not what the modules come to",
        explanation: """
            Where all modules of a sum are stated by themselves, too, it can only be one figure. Roundings are
            allowed for, and besides 2 percent of the largest of the figures.
            """,
        remedy: "Compare the figures with the life-cycle assessment, and correct the one that is wrong.",
        references: [.en15804A2("7.5"), .en15804A1("7.5")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a sum within rounding") {
            $0.state(.acidification, by: .ef31, ["C1-C4": "1.2", "C1": "0", "C2": "0.11", "C3": "0.49", "C4": "0.6"])
        },
        .rejects("another sum", at: "results[0].amounts[0].amount") {
            $0.state(.acidification, by: .ef31, ["C1-C4": "2.1", "C1": "0", "C2": "0.11", "C3": "0.49", "C4": "0.6"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let index = context.results
        var applicability = Applicability.notApplicable
        for sum in index.moduleSums({ $0 != .productStage }) {
            applicability = .checked
            switch sum.parts.compared(with: sum.total) {
            case .agrees: break
            case .differs:
                findings.report(
                    .doesNotSum(index.name(sum.series), sum.column, sum.total, sum.parts), at: .amount(sum.cell))
            case .tooLong: findings.reportUnchecked("sum over modules", at: \.results)
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func doesNotSum(
        _ name: String, _ column: ResultIndex.Column, _ total: ExactDecimal, _ sum: StatedSum
    ) -> Self {
        "\(name) in \(column.written) is \(total), but the modules come to \(sum.written)\(sum.powerOfTen(of: total))"
    }
}
