import EmissionsDiagnostics
import EmissionsModel

enum GoodTotalDiffers: Rule {
    static let about = RuleDescription(
        code: "EE-016", severity: .warning, title: "total emissions of the good are not direct plus indirect",
        explanation: "The total is the sum of the two.",
        remedy: "Calculate the total as the sum of direct and indirect emissions.",
        references: [.cbamManual("total emissions of the good")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("12908 and 707") {
            ($0.reported.direct, $0.reported.indirect, $0.reported.overall) = (12908, 707, 13615)
        },
        .rejects("direct only", at: \.reported.overall) {
            ($0.reported.direct, $0.reported.indirect, $0.reported.overall) = (12908, 707, 12908)
        },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let overall = good.reported.overall, let direct = good.reported.direct,
            let indirect = good.reported.indirect
        else { return .notApplicable }
        let sum = RoundedFigure(direct) + RoundedFigure(indirect)
        switch RoundedFigure(overall).compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.differs(overall, sum), at: \.reported.overall)
        case .tooLong: findings.reportUnchecked("total emissions", at: \.reported.overall)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ overall: ExactDecimal, _ sum: RoundedFigure) -> Self {
        "total emissions of the good are \(overall), but direct and indirect ones come to \(sum.written)"
    }
}
