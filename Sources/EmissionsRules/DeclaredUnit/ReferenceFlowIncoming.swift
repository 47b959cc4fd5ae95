import EmissionsDiagnostics
import EmissionsModel

enum ReferenceFlowIncoming: Rule {
    static let about = RuleDescription(
        code: "DU-016", severity: .warning, title: "reference flow goes into the product system",
        explanation: """
            The product is what comes out of it. A reference flow that goes in makes the data set one of waste
            treatment.
            """,
        remedy: "Give the exchange of the product the direction output.",
        references: [.inData("exchangeDirection")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("going out") { $0.declaration.referenceFlow.direction = .output },
        .rejects("going in", at: \.declaration.referenceFlow.direction) {
            $0.declaration.referenceFlow.direction = .input
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let direction = footprint.declaration.referenceFlow.direction else { return .notApplicable }
        if direction == .input {
            findings.report("reference flow is an input, must be an output", at: \.declaration.referenceFlow.direction)
        }
        return .checked
    }
}
