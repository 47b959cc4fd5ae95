import EmissionsDiagnostics
import EmissionsModel

enum CarbonContentNegative: Rule {
    static let about = RuleDescription(
        code: "CC-001", title: "carbon content is negative",
        explanation: "A product can't contain less than no carbon.",
        remedy: "State the carbon in the product in kilograms of carbon; uptake has a field of its own.",
        references: [
            .pact("fossilCarbonContent, biogenicCarbonContent"), .pact3("recycledCarbonContent, ccuCarbonContent"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("some") { $0.carbonContent.biogenic = ExactDecimal("0.44") },
        .rejects("written as an uptake", at: \.carbonContent.biogenic) {
            $0.carbonContent.biogenic = ExactDecimal("-0.44")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let content = footprint.carbonContent
        guard
            content.fossil != nil || content.biogenic != nil || content.recycled != nil
                || content.packagingBiogenic != nil || content.captured != nil
        else { return .notApplicable }
        if let carbon = content.fossil, carbon.isNegative {
            findings.report(.negative("fossil", carbon), at: \.carbonContent.fossil)
        }
        if let carbon = content.biogenic, carbon.isNegative {
            findings.report(.negative("biogenic", carbon), at: \.carbonContent.biogenic)
        }
        if let carbon = content.recycled, carbon.isNegative {
            findings.report(.negative("recycled", carbon), at: \.carbonContent.recycled)
        }
        if let carbon = content.packagingBiogenic, carbon.isNegative {
            findings.report(.negative("biogenic packaging", carbon), at: \.carbonContent.packagingBiogenic)
        }
        if let carbon = content.captured, carbon.isNegative {
            findings.report(.negative("captured", carbon), at: \.carbonContent.captured)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func negative(_ kind: String, _ carbon: ExactDecimal) -> Self {
        "\(kind) carbon content is \(carbon) kg, must not be negative"
    }
}
