import EmissionsModel

/// Which indicators a declaration has to state.
enum StandardIndicators {
    /// EN 15804+A1, table 3.
    static let coreA1: [Indicator] = [
        .globalWarmingTotal, .ozoneDepletion, .acidification, .eutrophication, .photochemicalOzone,
        .abioticDepletionElements, .abioticDepletionFossil,
    ]

    /// EN 15804+A2, table 3, but for GWP-luluc, which may be left out where it is less than 5 percent of the total.
    static let coreA2: [Indicator] = [
        .globalWarmingTotal, .globalWarmingFossil, .globalWarmingBiogenic, .ozoneDepletion, .acidification,
        .eutrophicationFreshwater, .eutrophicationMarine, .eutrophicationTerrestrial, .photochemicalOzone,
        .abioticDepletionElements, .abioticDepletionFossil, .waterDeprivation,
    ]

    /// Use of resources, the same in both editions; ISO 21930 has names of its own for some.
    static let resources: [[Indicator]] = [
        [.renewableEnergyAsEnergy, .renewablePrimaryEnergy], [.renewableEnergyAsMaterial, .renewablePrimaryMaterial],
        [.renewableEnergyTotal, .renewablePrimaryTotal], [.nonRenewableEnergyAsEnergy, .nonRenewablePrimaryEnergy],
        [.nonRenewableEnergyAsMaterial, .nonRenewablePrimaryMaterial],
        [.nonRenewableEnergyTotal, .nonRenewablePrimaryTotal], [.secondaryMaterial], [.renewableSecondaryFuels],
        [.nonRenewableSecondaryFuels], [.freshWater],
    ]

    /// Waste and what leaves the system, the same in both editions.
    static let waste: [[Indicator]] = [
        [.hazardousWaste], [.nonHazardousWaste], [.radioactiveWaste], [.componentsForReuse],
        [.materialsForRecycling, .materialRecycled], [.materialsForEnergyRecovery],
        [.exportedElectricity, .exportedEnergy], [.exportedHeat, .exportedEnergy, .exportedEnergyHeat],
    ]

    /// ISO 21930, clause 7.3; of each, any will do.
    static let impactsISO21930: [[Indicator]] = [
        [.globalWarmingTotal, .globalWarmingFossil], [.ozoneDepletion], [.acidification],
        [.eutrophication, .eutrophicationFreshwater, .eutrophicationMarine, .eutrophicationTerrestrial],
        [.photochemicalOzone],
    ]

    /// ISO 21930, clause 7.2, with what EN 15804 calls the same.
    static let resourcesISO21930: [[Indicator]] = [
        [.renewablePrimaryEnergy, .renewableEnergyAsEnergy], [.renewablePrimaryMaterial, .renewableEnergyAsMaterial],
        [.nonRenewablePrimaryEnergy, .nonRenewableEnergyAsEnergy],
        [.nonRenewablePrimaryMaterial, .nonRenewableEnergyAsMaterial], [.secondaryMaterial],
        [.renewableSecondaryFuels], [.nonRenewableSecondaryFuels], [.recoveredEnergy], [.freshWater],
    ]

    /// ISO 21930, clause 7.2, with what EN 15804 calls the same.
    static let wasteISO21930: [[Indicator]] = [
        [.hazardousWaste], [.nonHazardousWaste], [.highLevelRadioactiveWaste, .radioactiveWaste],
        [.intermediateLowLevelRadioactiveWaste, .radioactiveWaste], [.componentsForReuse],
        [.materialRecycled, .materialsForRecycling], [.materialsForEnergyRecovery],
        [.exportedEnergy, .exportedEnergyHeat, .exportedElectricity, .exportedHeat],
    ]
}

extension ResultIndex {
    /// The first of each group of `alternatives` of which no result is one.
    func missing(_ alternatives: [[Indicator]]) -> [String] {
        alternatives.filter { $0.allSatisfy { !has($0) } }.compactMap { $0.first?.name }
    }
}
