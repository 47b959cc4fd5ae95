import EmissionsDiagnostics
import EmissionsModel

enum ReferenceFlowNotPositive: Rule {
    static let about = RuleDescription(
        code: "DU-014", title: "amount of the reference flow is zero or negative",
        explanation: """
            All figures are per reference flow, so that an amount of zero or less makes every one meaningless.
            """,
        remedy: "State the amount of product that the figures are for.",
        references: [.inData("meanAmount"), .en15804A2("6.3.3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("one") { $0.declaration.referenceFlow.amount = 1 },
        .rejects("none", at: \.declaration.referenceFlow.amount) { $0.declaration.referenceFlow.amount = 0 },
        .rejects("a property of less than nothing", at: \.declaration.referenceFlow.propertyAmount) {
            $0.declaration.referenceFlow.propertyAmount = -1
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let flow = footprint.declaration.referenceFlow
        guard flow.amount != nil || flow.propertyAmount != nil else { return .notApplicable }
        if let amount = flow.amount, !amount.isPositive {
            findings.report(
                "amount of the reference flow is \(amount), must be more than zero",
                at: \.declaration.referenceFlow.amount)
        }
        if let amount = flow.propertyAmount, !amount.isPositive {
            findings.report(
                "amount of the reference flow's property is \(amount), must be more than zero",
                at: \.declaration.referenceFlow.propertyAmount)
        }
        return .checked
    }
}
