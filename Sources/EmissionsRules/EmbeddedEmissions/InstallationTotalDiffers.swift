import EmissionsDiagnostics
import EmissionsModel

enum InstallationTotalDiffers: Rule {
    static let about = RuleDescription(
        code: "EE-015", severity: .warning, title: "total emissions of the installation are not direct plus indirect",
        explanation: "The total is the sum of the two.",
        remedy: "Calculate the total as the sum of direct and indirect emissions.",
        references: [.cbamManual("emissions of the installation")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("12878 and 548") {
            ($0.production.reported.direct, $0.production.reported.indirect) = (12878, 548)
            $0.production.reported.overall = 13426
        },
        .rejects("direct only", at: \.production.reported.overall) {
            ($0.production.reported.direct, $0.production.reported.indirect) = (12878, 548)
            $0.production.reported.overall = 12878
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let reported = footprint.production.reported
        guard let overall = reported.overall, let direct = reported.direct, let indirect = reported.indirect
        else { return .notApplicable }
        let sum = RoundedFigure(direct) + RoundedFigure(indirect)
        switch RoundedFigure(overall).compared(with: sum) {
        case .agrees: break
        case .differs: findings.report(.differs(overall, sum), at: \.production.reported.overall)
        case .tooLong: findings.reportUnchecked("total emissions", at: \.production.reported.overall)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ overall: ExactDecimal, _ sum: RoundedFigure) -> Self {
        "total emissions of the installation are \(overall), but direct and indirect ones come to \(sum.written)"
    }
}
