/// What is measured in an impact result. The method tells which characterization model is behind it: EN 15804+A1's
/// acidification in kg SO₂ and +A2's in mol H⁺ are the same indicator by two methods.
public enum Indicator: String, Sendable, CaseIterable {
    // Global warming (EN 15804+A2, table 3; +A1 has one figure, which is the total).
    case globalWarmingTotal = "GWP-total"
    case globalWarmingFossil = "GWP-fossil"
    case globalWarmingBiogenic = "GWP-biogenic"
    case globalWarmingLandUse = "GWP-luluc"
    /// But for uptake and emissions of biogenic carbon dioxide (Nordic countries: GWP-IOBC, GWP-GHG).
    case globalWarmingGHG = "GWP-GHG"
    case globalWarmingNonCO2 = "GWP-nonCO2"

    // Other impacts (EN 15804+A1, table 3; +A2, tables 3 and 4).
    case ozoneDepletion = "ODP"
    case acidification = "AP"
    /// All of it in one figure (EN 15804+A1, TRACI).
    case eutrophication = "EP"
    case eutrophicationFreshwater = "EP-freshwater"
    case eutrophicationMarine = "EP-marine"
    case eutrophicationTerrestrial = "EP-terrestrial"
    case photochemicalOzone = "POCP"
    case abioticDepletionElements = "ADPE"
    case abioticDepletionFossil = "ADPF"
    case waterDeprivation = "WDP"
    case particulateMatter = "PM"
    case ionizingRadiation = "IRP"
    case ecotoxicityFreshwater = "ETP-fw"
    case humanToxicityCancer = "HTP-c"
    case humanToxicityNonCancer = "HTP-nc"
    case soilQuality = "SQP"

    // Use of resources (EN 15804, table 5).
    case renewableEnergyAsEnergy = "PERE"
    case renewableEnergyAsMaterial = "PERM"
    case renewableEnergyTotal = "PERT"
    case nonRenewableEnergyAsEnergy = "PENRE"
    case nonRenewableEnergyAsMaterial = "PENRM"
    case nonRenewableEnergyTotal = "PENRT"
    case secondaryMaterial = "SM"
    case renewableSecondaryFuels = "RSF"
    case nonRenewableSecondaryFuels = "NRSF"
    case freshWater = "FW"

    // Waste and output flows (EN 15804, tables 6 and 7).
    case hazardousWaste = "HWD"
    case nonHazardousWaste = "NHWD"
    case radioactiveWaste = "RWD"
    case componentsForReuse = "CRU"
    case materialsForRecycling = "MFR"
    case materialsForEnergyRecovery = "MER"
    case exportedElectricity = "EEE"
    case exportedHeat = "EET"

    // ISO 21930, tables 3 to 5, as openEPD names them.
    case renewablePrimaryEnergy = "RPRE"
    case renewablePrimaryMaterial = "RPRM"
    case renewablePrimaryTotal = "RPRT"
    case nonRenewablePrimaryEnergy = "NRPRE"
    case nonRenewablePrimaryMaterial = "NRPRM"
    case nonRenewablePrimaryTotal = "NRPRT"
    case recoveredEnergy = "RE"
    case totalWaste = "TWD"
    case highLevelRadioactiveWaste = "HLRW"
    case intermediateLowLevelRadioactiveWaste = "ILLRW"
    case materialRecycled = "MR"
    case exportedEnergy = "EE"
    case exportedEnergyHeat = "EH"

    // Carbon (ISO 21930, 7.2.11 and 7.2.12).
    case biogenicRemovalProduct = "BCRP"
    case biogenicEmissionProduct = "BCEP"
    case biogenicRemovalPackaging = "BCRK"
    case biogenicEmissionPackaging = "BCEK"
    case biogenicEmissionWaste = "BCEW"
    case calcinationCarbon = "CCE"
    case carbonationCarbon = "CCR"
    case nonRenewableWasteCarbon = "CWNR"
    case renewableWasteCarbon = "CWR"

    // Raw material input and total material requirement (Germany).
    case rawMaterialFossil = "RMI-fossil"
    case rawMaterialMetals = "RMI-metals"
    case rawMaterialMinerals = "RMI-minerals"
    case rawMaterialForestry = "RMI-forestry"
    case rawMaterialAgriculture = "RMI-agriculture"
    case rawMaterialFisheries = "RMI-fisheries"
    case totalMaterialFossil = "TMR-fossil"
    case totalMaterialMetals = "TMR-metals"
    case totalMaterialMinerals = "TMR-minerals"
    case totalMaterialForestry = "TMR-forestry"
    case totalMaterialAgriculture = "TMR-agriculture"
    case totalMaterialFisheries = "TMR-fisheries"
}

extension Indicator: PositionedCase {
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

/// By which factors emissions became an impact. The names are openEPD's, and for EN 15804+A1 the standard's.
public enum CharacterizationMethod: String, Sendable, CaseIterable {
    /// CML 2002 as in annex C of EN 15804:2012+A1:2013.
    case en15804A1 = "EN 15804+A1"
    /// Environmental Footprint, where the source's identifiers are the same in 3.0 and 3.1 and nothing else tells.
    case ef3 = "EF 3"
    case ef20 = "EF 2.0"
    case ef30 = "EF 3.0"
    case ef31 = "EF 3.1"
    case traci10 = "TRACI 1.0"
    case traci20 = "TRACI 2.0"
    case traci21 = "TRACI 2.1"
    case traci22 = "TRACI 2.2"
    case ipccAR5 = "IPCC AR5"
    case ipccAR6 = "IPCC AR6"
    case en15978 = "EN 15978:2011"
    case usetox212 = "USEtox 2.12"
    case cml1992 = "CML 1992"
    case cml2001 = "CML 2001"
    case cml2007 = "CML 2007"
    case cml2012 = "CML 2012"
    case cml2016 = "CML 2016"
    case recipe2008 = "ReCiPe 2008"
    case recipe2016 = "ReCiPe 2016"
    case gwpGHG = "GWP-GHG"
    case lime2 = "LIME2"
}

extension CharacterizationMethod: PositionedCase {
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

/// What amounts of indicators are counted in, per declared unit.
public enum IndicatorUnit: String, Sendable, CaseIterable {
    case kilogramsCO2e = "kg CO2 eq."
    case tonnesCO2e = "t CO2 eq."
    case kilogramsCFC11e = "kg CFC-11 eq."
    case kilogramsSO2e = "kg SO2 eq."
    case molesHydrogenIons = "mol H+ eq."
    case kilogramsPhosphorus = "kg P eq."
    case kilogramsPhosphate = "kg PO4 eq."
    case kilogramsNitrogen = "kg N eq."
    case molesNitrogen = "mol N eq."
    case kilogramsEthene = "kg ethene eq."
    case kilogramsNMVOC = "kg NMVOC eq."
    case kilogramsOzone = "kg O3 eq."
    case kilogramsAntimony = "kg Sb eq."
    case cubicMetersWorld = "m3 world eq."
    case diseaseIncidence = "disease incidence"
    case kilobecquerelsU235 = "kBq U-235 eq."
    case toxicUnitsEcosystems = "CTUe"
    case toxicUnitsHumans = "CTUh"
    case dimensionless
    case megajoules = "MJ"
    case kilograms = "kg"
    case cubicMeters = "m3"
    case kilogramsCarbon = "kg C"
}

extension IndicatorUnit: PositionedCase {
    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}
