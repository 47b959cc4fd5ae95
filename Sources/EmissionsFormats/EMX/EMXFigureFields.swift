import EmissionsModel
import EmissionsSyntax

// MARK: Figures per declared unit

extension EMXFields {
    static let figures: RecordMap<GreenhouseGasFigures> = [
        .measured("excludingBiogenicUptake", \.excludingBiogenicUptake),
        .measured("includingBiogenicUptake", \.includingBiogenicUptake),
        .measured("fossil", \.fossil),
        .measured("aircraft", \.aircraft),
        .measured("packaging", \.packaging),
        .measured("outboundLogistics", \.outboundLogistics),
        .measured("upstream", \.upstream),
        .measured("inboundLogistics", \.inboundLogistics),
    ]

    static let landUse: RecordMap<LandUseFigures> = [
        .measured("biogenicUptake", \.biogenicUptake),
        .measured("biogenicNonCO2", \.biogenicNonCO2),
        .measured("landUseChange", \.landUseChange),
        .measured("landCarbonLeakage", \.landCarbonLeakage),
        .measured("landManagement", \.landManagement),
        .measured("landManagementFossil", \.landManagementFossil),
        .measured("landManagementBiogenicCO2", \.landManagementBiogenicCO2),
        .measured("landManagementRemovals", \.landManagementRemovals),
        .decimal("landOccupation", \.landOccupation),
    ]

    static let carbonContent: RecordMap<CarbonContent> = [
        .decimal("fossil", \.fossil),
        .decimal("biogenic", \.biogenic),
        .decimal("recycled", \.recycled),
        .decimal("packagingBiogenic", \.packagingBiogenic),
        .decimal("captured", \.captured),
    ]

    static let carbonCapture: RecordMap<CarbonCapture> = [
        .scalar("storageIncluded", \.storageIncluded, as: .bool),
        .measured("captured", \.captured),
        .measured("removals", \.removals),
        .text("origin", \.origin),
        .scalar("useApproach", \.useApproach, as: .word),
        .text("creditCertification", \.creditCertification),
    ]
}

// MARK: Emissions embedded in a good

extension EMXFields {
    static let embeddedEmissions: RecordMap<EmbeddedEmissions> = [
        .record("direct", \.direct, directEmissions),
        .record("indirect", \.indirect, indirectEmissions),
    ]

    static let directEmissions: RecordMap<DirectEmissions> = [
        .scalar("determination", \.determination, as: .word),
        .scalar("electricityDetermination", \.electricityDetermination, as: .word),
        .scalar("methodology", \.methodology, as: .word),
        .text("methodologyDescription", \.methodologyDescription),
        .decimal("specific", \.specific),
        .scalar("unit", \.unit, as: .word),
        .text("otherSource", \.otherSource),
        .record("electricityFactor", \.electricityFactor, electricityFactor),
        .decimal("electricityImported", \.electricityImported),
        .decimal("electricityEmbedded", \.electricityEmbedded),
        .text("justification", \.justification),
        .text("conditionality", \.conditionality),
    ]

    static let indirectEmissions: RecordMap<IndirectEmissions> = [
        .scalar("determination", \.determination, as: .word),
        .record("electricityFactor", \.electricityFactor, electricityFactor),
        .decimal("specific", \.specific),
        .scalar("unit", \.unit, as: .word),
        .decimal("electricityConsumed", \.electricityConsumed),
        .scalar("electricitySource", \.electricitySource, as: .word),
        .text("otherSource", \.otherSource),
    ]

    static let electricityFactor: RecordMap<ElectricityFactor> = [
        .decimal("amount", \.amount),
        .scalar("source", \.source, as: .word),
        .text("sourceDescription", \.sourceDescription),
    ]
}
