import EmissionsDiagnostics
import EmissionsModel

enum DeclaredUnitElsewhere: Rule {
    static let about = RuleDescription(
        code: "DU-008", severity: .warning, title: "declared unit stands in a data set that is not at hand",
        explanation: """
            The figures are per declared unit. A data set that refers to the flow for it, and comes without the
            flow, does not say whether they are per kilogram, per tonne or per square meter.
            """,
        remedy: "Send the data set of the reference flow with it, with its flow property and unit group.",
        references: [.inData("referenceToReferenceFlow"), .en15804A2("6.3.3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a declared unit") {
            $0.declaration.referenceFlow.flow = .init("Gypsum board")
            ($0.declaredUnit.amount, $0.declaredUnit.unit) = (1, .squareMeter)
        },
        .rejects("a flow, and no unit", at: \.declaredUnit.unit) {
            $0.declaration.referenceFlow.flow = .init("Gypsum board")
            $0.declaration.referenceFlow.amount = 1
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.declaration.referenceFlow.flow.isEmpty else { return .notApplicable }
        if footprint.hasUnitElsewhere {
            findings.report(.elsewhere(footprint.declaration.referenceFlow.flow.written), at: \.declaredUnit.unit)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func elsewhere(_ flow: String?) -> Self {
        "declared unit is that of \(flow ?? "a flow"), which is not in the file"
    }
}
