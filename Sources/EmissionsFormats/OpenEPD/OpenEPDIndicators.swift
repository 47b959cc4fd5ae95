import EmissionsModel

/// An indicator as openEPD has it: where it stands, what it is called, and what it is counted in.
struct OpenEPDIndicator: Sendable {
    enum Section: String, CaseIterable, Sendable {
        case impacts
        case resources = "resource_uses"
        case outputs = "output_flows"
    }

    let section: Section
    let key: String
    let indicator: Indicator
    let units: [IndicatorUnit]
    /// Other names of the same.
    var aliases: [String] = []

    /// By its name, or that name in other letters or as Python spells it, where hyphens can't stand in names.
    static func named(_ key: String, in section: Section) -> OpenEPDIndicator? {
        (known[Name(section: section, key: key)] ?? known[Name(section: section, key: key.plainKey)]).map { all[$0] }
    }

    static func of(_ indicator: Indicator) -> OpenEPDIndicator? { positions[indicator.position].map { all[$0] } }

    private struct Name: Hashable {
        var section: Section
        var key: String
    }

    private static let known: [Name: Int] = {
        var known: [Name: Int] = [:]
        for (index, entry) in all.enumerated() {
            for key in [entry.key] + entry.aliases {
                let name = Name(section: entry.section, key: key.plainKey)
                if known[name] == nil { known[name] = index }
            }
        }
        for entry in all {
            known[Name(section: entry.section, key: entry.key)] =
                known[Name(section: entry.section, key: entry.key.plainKey)]
        }
        return known
    }()

    /// By the position of the indicator.
    private static let positions: [Int?] = Indicator.allCases.map { indicator in
        all.firstIndex { $0.indicator == indicator }
    }

    static let all: [OpenEPDIndicator] = impacts + carbon + resources + outputs

    private static let impacts: [OpenEPDIndicator] = [
        impact("gwp", .globalWarmingTotal, .kilogramsCO2e),
        impact("odp", .ozoneDepletion, .kilogramsCFC11e),
        impact("ap", .acidification, .kilogramsSO2e, .molesHydrogenIons),
        impact("ep", .eutrophication, .kilogramsNitrogen),
        impact("pocp", .photochemicalOzone, .kilogramsOzone, .kilogramsNMVOC),
        impact("ep-marine", .eutrophicationMarine, .kilogramsNitrogen),
        impact("ep-fresh", .eutrophicationFreshwater, .kilogramsPhosphate),
        impact("ep-terr", .eutrophicationTerrestrial, .molesNitrogen),
        impact("gwp-biogenic", .globalWarmingBiogenic, .kilogramsCO2e),
        impact("gwp-luluc", .globalWarmingLandUse, .kilogramsCO2e),
        impact("gwp-nonCO2", .globalWarmingNonCO2, .kilogramsCO2e),
        impact("gwp-fossil", .globalWarmingFossil, .kilogramsCO2e),
        impact("GWP_GHG", .globalWarmingGHG, .kilogramsCO2e),
        impact("WDP", .waterDeprivation, .cubicMetersWorld),
        impact("PM", .particulateMatter, .diseaseIncidence),
        impact("IRP", .ionizingRadiation, .kilobecquerelsU235),
        impact("ETP-fw", .ecotoxicityFreshwater, .toxicUnitsEcosystems),
        impact("HTP-c", .humanToxicityCancer, .toxicUnitsHumans),
        impact("HTP-nc", .humanToxicityNonCancer, .toxicUnitsHumans),
        impact("SQP", .soilQuality, .dimensionless),
        impact("ADP-mineral", .abioticDepletionElements, .kilogramsAntimony),
        impact("ADP-fossil", .abioticDepletionFossil, .megajoules),
    ]

    private static let carbon: [OpenEPDIndicator] = [
        impact("bcrp", .biogenicRemovalProduct, .kilogramsCO2e),
        impact("bcep", .biogenicEmissionProduct, .kilogramsCO2e),
        impact("bcrk", .biogenicRemovalPackaging, .kilogramsCO2e),
        impact("bcek", .biogenicEmissionPackaging, .kilogramsCO2e),
        impact("bcew", .biogenicEmissionWaste, .kilogramsCO2e),
        impact("co2-e-calc", .calcinationCarbon, .kilogramsCO2e),
        impact("co2-r-carb", .carbonationCarbon, .kilogramsCO2e),
        impact("co2-nrwc", .nonRenewableWasteCarbon, .kilogramsCO2e),
        impact("co2-rwc", .renewableWasteCarbon, .kilogramsCO2e),
    ]

    private static let resources: [OpenEPDIndicator] = [
        // ISO 21930 has one RPRE, openEPD has it under two names.
        OpenEPDIndicator(
            section: .resources, key: "RPRec", indicator: .renewablePrimaryEnergy, units: [.megajoules],
            aliases: ["rpre"]),
        resource("RPRm", .renewablePrimaryMaterial, .megajoules),
        resource("nrpre", .nonRenewablePrimaryEnergy, .megajoules),
        resource("nrprm", .nonRenewablePrimaryMaterial, .megajoules),
        resource("RPRt", .renewablePrimaryTotal, .megajoules),
        resource("NRPRt", .nonRenewablePrimaryTotal, .megajoules),
        resource("fw", .freshWater, .cubicMeters),
        resource("sm", .secondaryMaterial, .kilograms),
        resource("rsf", .renewableSecondaryFuels, .megajoules),
        resource("nrsf", .nonRenewableSecondaryFuels, .megajoules),
        resource("re", .recoveredEnergy, .megajoules),
        resource("pere", .renewableEnergyAsEnergy, .megajoules),
        resource("perm", .renewableEnergyAsMaterial, .megajoules),
        resource("pert", .renewableEnergyTotal, .megajoules),
        resource("penre", .nonRenewableEnergyAsEnergy, .megajoules),
        resource("penrm", .nonRenewableEnergyAsMaterial, .megajoules),
        resource("penrt", .nonRenewableEnergyTotal, .megajoules),
    ]

    private static let outputs: [OpenEPDIndicator] = [
        output("twd", .totalWaste, .kilograms),
        output("hwd", .hazardousWaste, .kilograms),
        output("nhwd", .nonHazardousWaste, .kilograms),
        output("rwd", .radioactiveWaste, .kilograms),
        output("hlrw", .highLevelRadioactiveWaste, .kilograms, .cubicMeters),
        output("illrw", .intermediateLowLevelRadioactiveWaste, .kilograms, .cubicMeters),
        output("cru", .componentsForReuse, .kilograms),
        output("mr", .materialRecycled, .kilograms),
        output("mfr", .materialsForRecycling, .kilograms),
        output("mer", .materialsForEnergyRecovery, .kilograms),
        output("ee", .exportedEnergy, .megajoules),
        output("eh", .exportedEnergyHeat, .megajoules),
    ]

    private static func impact(_ key: String, _ indicator: Indicator, _ units: IndicatorUnit...) -> OpenEPDIndicator {
        OpenEPDIndicator(section: .impacts, key: key, indicator: indicator, units: units)
    }
    private static func resource(_ key: String, _ indicator: Indicator, _ units: IndicatorUnit...) -> OpenEPDIndicator {
        OpenEPDIndicator(section: .resources, key: key, indicator: indicator, units: units)
    }
    private static func output(_ key: String, _ indicator: Indicator, _ units: IndicatorUnit...) -> OpenEPDIndicator {
        OpenEPDIndicator(section: .outputs, key: key, indicator: indicator, units: units)
    }
}

extension String {
    fileprivate var plainKey: String { String(lowercased().map { $0 == "_" ? "-" : $0 }) }
}

/// What openEPD calls methods, and modules.
enum OpenEPDNames {
    static let unknownMethod = "Unknown LCIA"

    /// The method of a name; the outer `nil` for a name that openEPD doesn't have.
    static func method(_ key: String) -> CharacterizationMethod?? {
        if key == unknownMethod { return .some(nil) }
        guard let method = CharacterizationMethod(rawValue: key), name(of: method) == key else { return nil }
        return method
    }

    /// - Returns: The name under which its figures stand; that of no method where openEPD has none for it.
    static func name(of method: CharacterizationMethod?) -> String {
        switch method {
        case nil, .ef3: unknownMethod
        // Annex C of EN 15804+A1 takes its factors from CML-IA 4.1 of October 2012.
        case .en15804A1: CharacterizationMethod.cml2012.rawValue
        case let method?: method.rawValue
        }
    }

    /// The modules that are called so.
    static func modules(_ key: UnsafeBufferPointer<UInt8>) -> ModuleRange? {
        if key.count > 2 { return key.elementsEqual(sum.utf8) ? .productStage : nil }
        return ModuleRange(key).flatMap { has($0) ? $0 : nil }
    }

    private static let sum = "A1A2A3"

    static func key(of modules: ModuleRange) -> String? {
        modules.isSum ? modules == .productStage ? sum : nil : keys[modules.first.position]
    }

    static func has(_ modules: ModuleRange) -> Bool {
        modules.isSum ? modules == .productStage : modules.first != .a0 && modules.first != .b8
    }

    private static let keys = LifeCycleModule.allCases.map { has(ModuleRange($0)) ? $0.rawValue : nil }

    /// Modules that openEPD has scenarios for.
    static func canHaveScenario(_ modules: ModuleRange) -> Bool { !modules.isSum && modules.first >= .c1 }
    static let longestScenario = 40
}
