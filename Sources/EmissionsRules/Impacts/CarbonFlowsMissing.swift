import EmissionsDiagnostics
import EmissionsModel

enum CarbonFlowsMissing: Rule {
    static let about = RuleDescription(
        code: "IMP-033", severity: .note, title: "flows of biogenic carbon are not stated",
        explanation: """
            Where a product holds biogenic carbon, ISO 21930 asks for its removal from the air and for its
            emission, each by itself, so that readers see when it comes back.
            """,
        remedy: "State the removals and emissions of biogenic carbon of product and packaging.",
        references: [.iso21930("7.2.11")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("removals and emissions") {
            $0.carbonContent.biogenic = ExactDecimal("410")
            $0.state([.globalWarmingTotal, .biogenicRemovalProduct, .biogenicEmissionProduct], by: .ipccAR5)
        },
        .rejects("carbon in the product, and no flows", at: \.results) {
            $0.carbonContent.biogenic = ExactDecimal("410")
            $0.state(.globalWarmingTotal, by: .traci21, ["A1-A3": "-1200"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.results.isEmpty, let carbon = footprint.carbonContent.biogenic, carbon.isPositive else {
            return .notApplicable
        }
        let missing = context.results.missing([[.biogenicRemovalProduct], [.biogenicEmissionProduct]])
        if !missing.isEmpty { findings.report(.missing(missing, carbon), at: \.results) }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ flows: [String], _ carbon: ExactDecimal) -> Self {
        "product holds \(carbon) kg of biogenic carbon, but \(flows.inWords) \(flows.count == 1 ? "is" : "are") not stated"
    }
}
