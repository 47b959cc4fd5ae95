import EmissionsDiagnostics
import EmissionsModel

enum BiogenicCarbonMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-026", severity: .note, title: "biogenic carbon content is not stated",
        explanation: """
            EN 15804+A2 asks for the biogenic carbon in the product and in its packaging, each in kilograms of
            carbon. It may be left out below 5 percent of the mass, which the data does not say.
            """,
        remedy: "State the biogenic carbon content of product and packaging, zero where there is none.",
        references: [.en15804A2("7.2.5, table 9"), .en15804A2("6.4.4"), .inData("carbon content (biogenic)")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("wood on a pallet") {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "-600"])
            ($0.carbonContent.biogenic, $0.carbonContent.packagingBiogenic) = (210, 3)
        },
        .accepts("an older declaration, which does not need it") {
            $0.state(.globalWarmingTotal, by: .en15804A1, ["A1-A3": "-600"])
        },
        .rejects("neither", at: \.carbonContent.biogenic) {
            $0.state(.globalWarmingTotal, by: .ef31, ["A1-A3": "-600"])
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard context.edition == .a2 else { return .notApplicable }
        if footprint.carbonContent.biogenic == nil {
            findings.report("biogenic carbon content of the product is not stated", at: \.carbonContent.biogenic)
        } else if footprint.carbonContent.packagingBiogenic == nil {
            findings.report(
                "biogenic carbon content of the packaging is not stated", at: \.carbonContent.packagingBiogenic)
        }
        return .checked
    }
}
