import EmissionsDiagnostics
import EmissionsModel

enum GoodsCountDiffers: Rule {
    static let about = RuleDescription(
        code: "REP-008", severity: .warning, title: "number of goods is not what the filing states",
        explanation: "A good was lost on the way, or added.",
        remedy: "Compare the goods with the customs declarations, and correct the number.",
        references: [.cbamManual("totals of the report")])

    static let examples: [RuleExample<CompleteSubmission>] = [
        .accepts("two of two") { ($0.header.reported.goodsCount, $0.earlier.goodsCount) = (2, 2) },
        .accepts("no number stated") { $0.earlier.goodsCount = 2 },
        .rejects("one of two", at: \.header.reported.goodsCount) {
            ($0.header.reported.goodsCount, $0.earlier.goodsCount) = (2, 1)
        },
    ]

    static func check(
        _ submission: CompleteSubmission, in context: RuleContext, _ findings: inout Findings<CompleteSubmission>
    ) -> Applicability {
        guard let stated = submission.header.reported.goodsCount else { return .notApplicable }
        if !stated.equals(ExactDecimal(submission.earlier.goodsCount)) {
            findings.report(.differs(stated, submission.earlier.goodsCount), at: \.header.reported.goodsCount)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ stated: ExactDecimal, _ count: Int) -> Self {
        "filing states \(stated) goods, but has \(count)"
    }
}
