extension Indicator {
    /// What amounts of it are counted in by `method` (EN 15804+A1, tables 3 to 7; +A2, tables 3 to 7; ISO 21930, 9.4).
    ///
    /// - Returns: `nil` where the method leaves it open, or none is known.
    public func unit(by method: CharacterizationMethod?) -> IndicatorUnit? {
        switch self {
        case .globalWarmingTotal, .globalWarmingFossil, .globalWarmingBiogenic, .globalWarmingLandUse,
            .globalWarmingGHG, .globalWarmingNonCO2:
            .kilogramsCO2e
        case .ozoneDepletion: .kilogramsCFC11e
        case .acidification:
            method?.isEnvironmentalFootprint == true ? .molesHydrogenIons : method.map { _ in .kilogramsSO2e }
        case .eutrophication:
            method == .en15804A1 ? .kilogramsPhosphate : method?.isTRACI == true ? .kilogramsNitrogen : nil
        case .eutrophicationFreshwater: .kilogramsPhosphorus
        case .eutrophicationMarine: .kilogramsNitrogen
        case .eutrophicationTerrestrial: .molesNitrogen
        case .photochemicalOzone:
            method == .en15804A1
                ? .kilogramsEthene
                : method?.isTRACI == true
                    ? .kilogramsOzone : method?.isEnvironmentalFootprint == true ? .kilogramsNMVOC : nil
        case .abioticDepletionElements: .kilogramsAntimony
        case .abioticDepletionFossil: .megajoules
        case .waterDeprivation: .cubicMetersWorld
        case .particulateMatter: .diseaseIncidence
        case .ionizingRadiation: .kilobecquerelsU235
        case .ecotoxicityFreshwater: .toxicUnitsEcosystems
        case .humanToxicityCancer, .humanToxicityNonCancer: .toxicUnitsHumans
        case .soilQuality: .dimensionless
        case .renewableEnergyAsEnergy, .renewableEnergyAsMaterial, .renewableEnergyTotal, .nonRenewableEnergyAsEnergy,
            .nonRenewableEnergyAsMaterial, .nonRenewableEnergyTotal, .renewableSecondaryFuels,
            .nonRenewableSecondaryFuels, .exportedElectricity, .exportedHeat, .renewablePrimaryEnergy,
            .renewablePrimaryMaterial, .renewablePrimaryTotal, .nonRenewablePrimaryEnergy,
            .nonRenewablePrimaryMaterial, .nonRenewablePrimaryTotal, .recoveredEnergy, .exportedEnergy,
            .exportedEnergyHeat:
            .megajoules
        case .freshWater: .cubicMeters
        case .highLevelRadioactiveWaste, .intermediateLowLevelRadioactiveWaste: nil
        case .biogenicRemovalProduct, .biogenicEmissionProduct, .biogenicRemovalPackaging, .biogenicEmissionPackaging,
            .biogenicEmissionWaste, .calcinationCarbon, .carbonationCarbon, .nonRenewableWasteCarbon,
            .renewableWasteCarbon:
            .kilogramsCO2e
        case .secondaryMaterial, .hazardousWaste, .nonHazardousWaste, .radioactiveWaste, .componentsForReuse,
            .materialsForRecycling, .materialsForEnergyRecovery, .totalWaste, .materialRecycled, .rawMaterialFossil,
            .rawMaterialMetals, .rawMaterialMinerals, .rawMaterialForestry, .rawMaterialAgriculture,
            .rawMaterialFisheries, .totalMaterialFossil, .totalMaterialMetals, .totalMaterialMinerals,
            .totalMaterialForestry, .totalMaterialAgriculture, .totalMaterialFisheries:
            .kilograms
        }
    }

    /// Whether it is an impact, which needs a method; resource use, waste and output flows are inventory.
    public var isImpact: Bool {
        switch self {
        case .globalWarmingTotal, .globalWarmingFossil, .globalWarmingBiogenic, .globalWarmingLandUse,
            .globalWarmingGHG, .globalWarmingNonCO2, .ozoneDepletion, .acidification, .eutrophication,
            .eutrophicationFreshwater, .eutrophicationMarine, .eutrophicationTerrestrial, .photochemicalOzone,
            .abioticDepletionElements, .abioticDepletionFossil, .waterDeprivation, .particulateMatter,
            .ionizingRadiation, .ecotoxicityFreshwater, .humanToxicityCancer, .humanToxicityNonCancer, .soilQuality,
            .biogenicRemovalProduct, .biogenicEmissionProduct, .biogenicRemovalPackaging, .biogenicEmissionPackaging,
            .biogenicEmissionWaste, .calcinationCarbon, .carbonationCarbon, .nonRenewableWasteCarbon,
            .renewableWasteCarbon:
            true
        default: false
        }
    }
}

extension CharacterizationMethod {
    /// EN 15804+A2 takes its factors from the Environmental Footprint (annex C).
    public var isEnvironmentalFootprint: Bool {
        switch self {
        case .ef3, .ef20, .ef30, .ef31: true
        default: false
        }
    }

    public var isTRACI: Bool {
        switch self {
        case .traci10, .traci20, .traci21, .traci22: true
        default: false
        }
    }
}
