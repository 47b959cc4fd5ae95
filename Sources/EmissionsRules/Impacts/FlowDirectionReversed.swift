import EmissionsDiagnostics
import EmissionsModel

enum FlowDirectionReversed: Rule {
    static let about = RuleDescription(
        code: "IMP-027", severity: .warning, title: "flow goes the wrong way",
        explanation: """
            Resources go into the product system, waste and what is passed on go out of it. Software that reads
            the direction as a sign turns the figure around.
            """,
        remedy: "Give resources the direction input, and waste and output flows the direction output.",
        references: [.inData("exchangeDirection"), .en15804A2("7.2.4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("fresh water going in") {
            $0.state(.freshWater, ["A1-A3": "0.3"])
            $0.results[0].exchange.direction = .input
        },
        .rejects("waste going in", at: "results[0].exchange.direction") {
            $0.state(.hazardousWaste, ["A1-A3": "0.3"])
            $0.results[0].exchange.direction = .input
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (number, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, let direction = result.exchange.direction,
                let expected = indicator.flow
            else { continue }
            applicability = .checked
            if direction != expected {
                findings.report(
                    "\(indicator.name) is an \(direction.rawValue), must be an \(expected.rawValue)", at: \.results,
                    number,
                    \.exchange.direction)
            }
        }
        return applicability
    }
}
