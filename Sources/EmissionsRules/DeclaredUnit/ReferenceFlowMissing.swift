import EmissionsDiagnostics
import EmissionsModel

enum ReferenceFlowMissing: Rule {
    static let about = RuleDescription(
        code: "DU-015", title: "data set with exchanges names none of them as its reference",
        explanation: """
            The exchange that is the reference gives the declared unit. About three in a hundred data sets of
            public databases can't be used because it is missing or leads nowhere.
            """,
        remedy: "Name the exchange of the product as the reference flow.",
        references: [.inData("referenceToReferenceFlow"), .en15804A2("7.1 b")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a reference flow") {
            $0.state(.freshWater, ["A1-A3": "0.3"])
            ($0.results[0].exchange.number, $0.declaration.referenceFlow.number) = ("1", "0")
        },
        .accepts("no exchanges") { $0.state(.freshWater, ["A1-A3": "0.3"]) },
        .rejects("exchanges only", at: \.declaration.referenceFlow.number) {
            $0.state(.freshWater, ["A1-A3": "0.3"])
            $0.results[0].exchange.number = "1"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.results.isEmpty else { return .notApplicable }
        let flow = footprint.declaration.referenceFlow
        if flow.number == nil, flow.flow.isEmpty, footprint.results.contains(where: { $0.exchange.number != nil }) {
            findings.report("no exchange is named as the reference flow", at: \.declaration.referenceFlow.number)
        }
        return .checked
    }
}
