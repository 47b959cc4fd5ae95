import EmissionsDiagnostics
import EmissionsModel

enum FilingTotalDiffers: Rule {
    static let about = RuleDescription(
        code: "REP-009", severity: .warning, title: "total emissions of the filing are not those of its goods",
        explanation: "A good was lost on the way or counted twice, or a figure was changed in one place only.",
        remedy: "Compare the total of each good with the customs declarations, and correct the sum.",
        references: [.cbamManual("totals of the report")])

    static let examples: [RuleExample<CompleteSubmission>] = [
        .accepts("two goods that come to the total") {
            $0.header.reported.overall = 30
            $0.earlier.remember(.emitting(10))
            $0.earlier.remember(.emitting(20))
        },
        .accepts("a good that states none") {
            $0.header.reported.overall = 30
            $0.earlier.remember(.emitting(10))
            $0.earlier.remember(.emitting(nil))
        },
        .rejects("a sum that is off", at: \.header.reported.overall) {
            $0.header.reported.overall = 40
            $0.earlier.remember(.emitting(10))
            $0.earlier.remember(.emitting(20))
        },
    ]

    static func check(
        _ submission: CompleteSubmission, in context: RuleContext, _ findings: inout Findings<CompleteSubmission>
    ) -> Applicability {
        let reported = submission.header.reported, earlier = submission.earlier
        guard let total = reported.overall, earlier.goodsCount > 0, earlier.goodsWithoutTotal == 0 else {
            return .notApplicable
        }
        switch RoundedFigure(total, reported.unit).compared(with: earlier.goodsTotal) {
        case .agrees: break
        case .differs:
            findings.report(.differs(total, earlier.goodsTotal.shifted(by: -3)), at: \.header.reported.overall)
        case .tooLong: findings.reportUnchecked("total emissions", at: \.header.reported.overall)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ total: ExactDecimal, _ sum: RoundedFigure) -> Self {
        "total emissions of the filing are \(total), but those of its goods come to \(sum.written) tonnes"
    }
}

extension ImportedGood {
    fileprivate static func emitting(_ tonnes: ExactDecimal?) -> ImportedGood {
        var good = ImportedGood()
        good.reported.overall = tonnes
        return good
    }
}
