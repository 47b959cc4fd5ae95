import EmissionsDiagnostics
import EmissionsModel

enum GoodIndirectDiffers: Rule {
    static let about = RuleDescription(
        code: "EE-018", severity: .warning, title: "indirect emissions of the good are not those of its installations",
        explanation: "What a good embodies is what its installations contributed.",
        remedy: "Add up the indirect emissions of the installations.",
        references: [.cbamManual("total emissions of the good")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("548 and 159") {
            $0.reported.indirect = 707
            $0.footprints = [ProductFootprint(), ProductFootprint()]
            $0.footprints[0].production.reported.indirect = 548
            $0.footprints[1].production.reported.indirect = 159
        },
        .rejects("one was left out", at: \.reported.indirect) {
            $0.reported.indirect = 548
            $0.footprints = [ProductFootprint(), ProductFootprint()]
            $0.footprints[0].production.reported.indirect = 548
            $0.footprints[1].production.reported.indirect = 159
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let total = good.reported.indirect, !good.footprints.isEmpty else { return .notApplicable }
        var sum = RoundedFigure(0)
        for index in good.footprints.indices {
            let reported = good.footprints[index].production.reported
            guard let indirect = reported.indirect else { return .notApplicable }
            sum = sum + RoundedFigure(indirect, reported.unit)
        }
        switch RoundedFigure(total, good.reported.unit).compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.differs(total, sum.shifted(by: -3)), at: \.reported.indirect)
        case .tooLong: findings.reportUnchecked("indirect emissions", at: \.reported.indirect)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ total: ExactDecimal, _ sum: RoundedFigure) -> Self {
        "indirect emissions of the good are \(total), but those of its installations come to \(sum.written) tonnes"
    }
}
