import EmissionsModel

extension Indicator {
    /// What it is called in findings.
    var name: String { rawValue }

    /// Flows of carbon, which take no characterization factors (ISO 21930, 7.2.11 and 7.2.12).
    var isCarbonFlow: Bool {
        switch self {
        case .biogenicRemovalProduct, .biogenicEmissionProduct, .biogenicRemovalPackaging, .biogenicEmissionPackaging,
            .biogenicEmissionWaste, .calcinationCarbon, .carbonationCarbon, .nonRenewableWasteCarbon,
            .renewableWasteCarbon:
            true
        default: false
        }
    }

    /// Whether it is a core indicator of either edition of EN 15804.
    var isCore: Bool {
        switch self {
        case .globalWarmingTotal, .globalWarmingFossil, .globalWarmingBiogenic, .globalWarmingLandUse, .ozoneDepletion,
            .acidification, .eutrophication, .eutrophicationFreshwater, .eutrophicationMarine,
            .eutrophicationTerrestrial, .photochemicalOzone, .abioticDepletionElements, .abioticDepletionFossil,
            .waterDeprivation:
            true
        default: false
        }
    }

    /// Whether it goes into the product system or leaves it; what leaves it can be nothing, but not less.
    var flow: FlowDirection? {
        switch self {
        case .renewableEnergyAsEnergy, .renewableEnergyAsMaterial, .renewableEnergyTotal, .nonRenewableEnergyAsEnergy,
            .nonRenewableEnergyAsMaterial, .nonRenewableEnergyTotal, .secondaryMaterial, .renewableSecondaryFuels,
            .nonRenewableSecondaryFuels, .freshWater, .renewablePrimaryEnergy, .renewablePrimaryMaterial,
            .renewablePrimaryTotal, .nonRenewablePrimaryEnergy, .nonRenewablePrimaryMaterial,
            .nonRenewablePrimaryTotal, .recoveredEnergy:
            .input
        case .hazardousWaste, .nonHazardousWaste, .radioactiveWaste, .totalWaste, .highLevelRadioactiveWaste,
            .intermediateLowLevelRadioactiveWaste, .componentsForReuse, .materialsForRecycling, .materialRecycled,
            .materialsForEnergyRecovery, .exportedElectricity, .exportedHeat, .exportedEnergy, .exportedEnergyHeat:
            .output
        default: nil
        }
    }

    /// Whether nothing in the product stage can be set against it.
    var cannotBeNegative: Bool {
        switch self {
        case .globalWarmingFossil, .ozoneDepletion, .acidification, .eutrophication, .eutrophicationFreshwater,
            .eutrophicationMarine, .eutrophicationTerrestrial, .photochemicalOzone, .abioticDepletionElements,
            .abioticDepletionFossil, .renewableEnergyTotal, .nonRenewableEnergyTotal, .renewablePrimaryTotal,
            .nonRenewablePrimaryTotal:
            true
        default: false
        }
    }

    /// Whether `text` ends with its symbol in brackets, such as `Acidification potential (AP)`.
    func isSymbol(of text: String) -> Bool {
        var end = text.utf8.reversed().makeIterator()
        guard end.next() == UInt8(ascii: ")") else { return false }
        for byte in name.utf8.reversed() where end.next() != byte { return false }
        return end.next() == UInt8(ascii: "(")
    }

    /// The indicator whose symbol stands in brackets at the end of `name`, such as `Acidification potential (AP)`.
    static func called(_ name: String) -> Indicator? {
        guard name.hasSuffix(")"), let opening = name.lastIndex(of: "(") else { return nil }
        return Indicator(rawValue: String(name[name.index(after: opening)...].dropLast()))
    }
}

extension AmountGap {
    /// Whether it says something of a module, and not of an indicator or a single amount.
    var isOfModule: Bool {
        switch self {
        case .moduleNotAssessed, .moduleNotDeclared, .moduleNotRelevant: true
        case .notDeclared, .indicatorNotAssessed, .empty: false
        }
    }
}

extension ResultIndex {
    /// How many of `indicators` no method of `family` has found anything for.
    func lacking(_ indicators: [Indicator], by family: MethodFamilies) -> Int {
        indicators.count { indicator in
            !summaries.contains {
                $0.series.indicator == indicator && $0.series.method?.family.isSuperset(of: family) == true
            }
        }
    }
}
