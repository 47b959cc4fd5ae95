import EmissionsModel
import EmissionsSyntax

/// The figures of 8 and 9 by stage of the life cycle.
extension CatenaX8 {
    static let production: RecordMap<ProductFootprint> = [
        .kilogramsAsNumber("pcfIncludingBiogenicUptake", \.figures.includingBiogenicUptake).required,
        .kilogramsAsNumber("pcfExcludingBiogenicUptake", \.figures.excludingBiogenicUptake).required,
        .kilogramsAsNumber("fossilGhgEmissions", \.figures.fossil),
        .kilogramsAsNumber("biogenicNonCO2Emissions", \.landUse.biogenicNonCO2),
        .kilogramsAsNumber("biogenicCO2Uptake", \.landUse.biogenicUptake),
        .kilogramsAsNumber("landUseChangeGhgEmissions", \.landUse.landUseChange),
        .kilogramsAsNumber("landManagementBiogenicCO2Emissions", \.landUse.landManagementBiogenicCO2),
        // Version 9 has this in both stages.
        .kept(
            "packagingLandManagementBiogenicCO2Emissions",
            as: CatenaXFigures.production("packagingLandManagementBiogenicCO2Emissions")),
        .kilogramsAsNumber("landManagementBiogenicCO2Removals", \.landUse.landManagementRemovals),
        .kilogramsAsNumber("aircraftGhgEmissions", \.figures.aircraft),
    ]

    static let distribution: RecordMap<ProductFootprint> = [
        .kept("distributionStageIncluded", as: CatenaXFigures.distribution("distributionStageIncluded")).required,
        distributed("distributionStagePcfIncludingBiogenicUptake"),
        distributed("distributionStagePcfExcludingBiogenicUptake"),
        distributed("distributionStageFossilGhgEmissions"),
        distributed("distributionStageBiogenicNonCO2Emissions"),
        distributed("distributionStageBiogenicCO2Uptake"),
        distributed("distributionStageLandUseChangeGhgEmissions"),
        distributed("distributionStageLandManagementBiogenicCO2Emissions"),
        distributed("distributionStageLandManagementBiogenicCO2Removals"),
        distributed("distributionStageAircraftGhgEmissions"),
    ]

    static let packaging: RecordMap<ProductFootprint> = [
        .scalar("packagingEmissionsIncluded", \.boundary.packagingIncluded, as: .bool).required,
        packed("packagingPcfIncludingBiogenicUptake"),
        .kilogramsAsNumber("packagingPcfExcludingBiogenicUptake", \.figures.packaging),
        packed("packagingFossilGhgEmissions"),
        packed("packagingBiogenicNonCO2Emissions"),
        packed("packagingBiogenicCO2Uptake"),
        packed("packagingLandUseChangeGhgEmissions"),
        packed("packagingLandManagementBiogenicCO2Emissions"),
        packed("packagingLandManagementBiogenicCO2Removals"),
        packed("packagingAircraftGhgEmissions"),
    ]

    private static func distributed(_ name: NodeName) -> Field<ProductFootprint> {
        .kept(name, as: CatenaXFigures.distribution(name.description))
    }
    private static func packed(_ name: NodeName) -> Field<ProductFootprint> {
        .kept(name, as: CatenaXFigures.packaging(name.description))
    }
}
