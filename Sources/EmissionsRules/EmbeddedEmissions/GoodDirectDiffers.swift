import EmissionsDiagnostics
import EmissionsModel

enum GoodDirectDiffers: Rule {
    static let about = RuleDescription(
        code: "EE-017", severity: .warning, title: "direct emissions of the good are not those of its installations",
        explanation: "What a good embodies is what its installations contributed.",
        remedy: "Add up the direct emissions of the installations.",
        references: [.cbamManual("total emissions of the good")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("12878 and 30") {
            $0.reported.direct = 12908
            $0.footprints = [ProductFootprint(), ProductFootprint()]
            $0.footprints[0].production.reported.direct = 12878
            $0.footprints[1].production.reported.direct = 30
        },
        .rejects("one was left out", at: \.reported.direct) {
            $0.reported.direct = 12878
            $0.footprints = [ProductFootprint(), ProductFootprint()]
            $0.footprints[0].production.reported.direct = 12878
            $0.footprints[1].production.reported.direct = 30
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let total = good.reported.direct, !good.footprints.isEmpty else { return .notApplicable }
        var sum = RoundedFigure(0)
        for index in good.footprints.indices {
            let reported = good.footprints[index].production.reported
            guard let direct = reported.direct else { return .notApplicable }
            sum = sum + RoundedFigure(direct, reported.unit)
        }
        switch RoundedFigure(total, good.reported.unit).compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.differs(total, sum.shifted(by: -3)), at: \.reported.direct)
        case .tooLong: findings.reportUnchecked("direct emissions", at: \.reported.direct)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ total: ExactDecimal, _ sum: RoundedFigure) -> Self {
        "direct emissions of the good are \(total), but those of its installations come to \(sum.written) tonnes"
    }
}
