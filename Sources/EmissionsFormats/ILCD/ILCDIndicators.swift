import EmissionsModel

/// The data sets by which ILCD+EPD names indicators (InData, identifiers of EN 15804+A1 and +A2 indicators; the
/// country-specific ones of Finland, Norway, Sweden and Germany). What data sets are called varies, their identifiers
/// don't.
enum ILCDIndicators {
    struct Entry: Sendable {
        /// Of the flow or the impact method.
        var identifier: String
        var indicator: Indicator
        /// `.ef3` where the identifier is the same for EF 3.0 and EF 3.1; `nil` for flows.
        var method: CharacterizationMethod?
        var english: String
        var german: String
        /// The identifier of the unit group.
        var unitGroup: String

        fileprivate init(
            _ identifier: String, _ indicator: Indicator, _ method: CharacterizationMethod?, _ english: String,
            _ german: String, _ unitGroup: String
        ) {
            (self.identifier, self.indicator, self.method) = (identifier, indicator, method)
            (self.english, self.german, self.unitGroup) = (english, german, unitGroup)
        }
    }

    static let byIdentifier: [String: Entry] = Dictionary(
        uniqueKeysWithValues: entries.map { ($0.identifier, $0) })

    /// The data set that stands for an indicator, under its method.
    static func entry(for indicator: Indicator, _ method: CharacterizationMethod?) -> Entry? {
        let wanted = indicator.isImpact ? method : nil
        let ofIndicator = entries.filter { $0.indicator == indicator }
        if let exact = ofIndicator.first(where: { $0.method == wanted }) { return exact }
        guard wanted == .ef30 || wanted == .ef31 else { return nil }
        return ofIndicator.first { $0.method == .ef3 }
    }

    static let entries: [Entry] = [
        Entry(
            "20f32be5-0398-4288-9b6d-accddd195317", .renewableEnergyAsEnergy, nil,
            "Use of renewable primary energy (PERE)", "Erneuerbare Primärenergie als Energieträger (PERE)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "fb3ec0de-548d-4508-aea5-00b73bf6f702", .renewableEnergyAsMaterial, nil,
            "Use of renewable primary energy resources used as raw materials (PERM)",
            "Erneuerbare Primärenergie zur stofflichen Nutzung (PERM)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "53f97275-fa8a-4cdd-9024-65936002acd0", .renewableEnergyTotal, nil,
            "Total use of renewable primary energy resources (PERT)", "Total erneuerbare Primärenergie (PERT)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "ac857178-2b45-46ec-892a-a9a4332f0372", .nonRenewableEnergyAsEnergy, nil,
            "Use of non renewable primary energy (PENRE)", "Nicht-erneuerbare Primärenergie als Energieträger (PENRE)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "1421caa0-679d-4bf4-b282-0eb850ccae27", .nonRenewableEnergyAsMaterial, nil,
            "Use of non renewable primary energy resources used as raw materials (PENRM)",
            "Nicht-erneuerbare Primärenergie zur stofflichen Nutzung (PENRM)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "06159210-646b-4c8d-8583-da9b3b95a6c1", .nonRenewableEnergyTotal, nil,
            "Total use of non renewable primary energy resource (PENRT)",
            "Total nicht erneuerbare Primärenergie (PENRT)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "c6a1f35f-2d09-4f54-8dfb-97e502e1ce92", .secondaryMaterial, nil, "Use of secondary material (SM)",
            "Einsatz von Sekundärstoffen (SM)",
            "ad38d542-3fe9-439d-9b95-2f5f7752acaf"),
        Entry(
            "64333088-a55f-4aa2-9a31-c10b07816787", .renewableSecondaryFuels, nil,
            "Use of renewable secondary fuels (RSF)", "Erneuerbare Sekundärbrennstoffe (RSF)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "89def144-d39a-4287-b86f-efde453ddcb2", .nonRenewableSecondaryFuels, nil,
            "Use of non renewable secondary fuels (NRSF)", "Nicht erneuerbare Sekundärbrennstoffe (NRSF)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "3cf952c8-f3a4-461d-8c96-96456ca62246", .freshWater, nil, "Use of net fresh water (FW)",
            "Einsatz von Süßwasserressourcen (FW)",
            "cd950537-0a98-4044-9ba7-9f9a68d0a504"),
        Entry(
            "430f9e0f-59b2-46a0-8e0d-55e0e84948fc", .hazardousWaste, nil, "Hazardous waste disposed (HWD)",
            "Gefährlicher Abfall zur Deponie (HWD)",
            "ad38d542-3fe9-439d-9b95-2f5f7752acaf"),
        Entry(
            "b29ef66b-e286-4afa-949f-62f1a7b4d7fa", .nonHazardousWaste, nil, "Non hazardous waste dispose (NHWD)",
            "Entsorgter nicht gefährlicher Abfall (NHWD)",
            "ad38d542-3fe9-439d-9b95-2f5f7752acaf"),
        Entry(
            "3449546e-52ad-4b39-b809-9fb77cea8ff6", .radioactiveWaste, nil, "Radioactive waste disposed (RWD)",
            "Entsorgter radioaktiver Abfall (RWD)",
            "ad38d542-3fe9-439d-9b95-2f5f7752acaf"),
        Entry(
            "a2b32f97-3fc7-4af2-b209-525bc6426f33", .componentsForReuse, nil, "Components for re-use (CRU)",
            "Komponenten für die Wiederverwendung (CRU)",
            "ad38d542-3fe9-439d-9b95-2f5f7752acaf"),
        Entry(
            "d7fe48a5-4103-49c8-9aae-b0b5dfdbd6ae", .materialsForRecycling, nil, "Materials for recycling (MFR)",
            "Stoffe zum Recycling (MFR)",
            "ad38d542-3fe9-439d-9b95-2f5f7752acaf"),
        Entry(
            "59a9181c-3aaf-46ee-8b13-2b3723b6e447", .materialsForEnergyRecovery, nil,
            "Materials for energy recovery (MER)", "Stoffe für die Energierückgewinnung (MER)",
            "ad38d542-3fe9-439d-9b95-2f5f7752acaf"),
        Entry(
            "4da0c987-2b76-40d6-9e9e-82a017aaaf29", .exportedElectricity, nil, "Exported electrical energy (EEE)",
            "Exportierte elektrische Energie (EEE)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "98daf38a-7a79-46d3-9a37-2b7bd0955810", .exportedHeat, nil, "Exported thermal energy (EET)",
            "Exportierte thermische Energie (EET)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "77e416eb-a363-4258-a04e-171d843a6460", .globalWarmingTotal, .en15804A1, "Global warming potential (GWP)",
            "Globales Erwärmungspotenzial (GWP)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "06dcd26f-025f-401a-a7c1-5e457eb54637", .ozoneDepletion, .en15804A1,
            "Depletion potential of the stratospheric ozone layer (ODP)",
            "Abbau Potential der stratosphärischen Ozonschicht (ODP)",
            "88054749-b0a6-47ea-a82b-dc5b29326512"),
        Entry(
            "b4274add-93b7-4905-a5e4-2e878c4e4216", .acidification, .en15804A1,
            "Acidification potential of soil and water (AP)", "Versauerungspotenzial von Boden und Wasser (AP)",
            "bc50c624-a9bc-45b1-a9b0-e6b10d00476f"),
        Entry(
            "f58827d0-b407-4ec6-be75-8b69efb98a0f", .eutrophication, .en15804A1, "Eutrophication potential (EP)",
            "Eutrophierungspotenzial (EP)",
            "67b5401d-873c-485f-bcf3-6ae83b918822"),
        Entry(
            "1e84a202-dae6-42aa-9e9d-71ea48b8be00", .photochemicalOzone, .en15804A1,
            "Formation potential of tropospheric ozone (POCP)", "Bildungspotential für troposphärisches Ozon (POCP)",
            "01c26c17-9a76-406e-8295-f17b55fd909e"),
        Entry(
            "f7c73bb9-ab1a-4249-9c6d-379a0de6f67e", .abioticDepletionElements, .en15804A1,
            "Abiotic depletion potential for non fossil resources (ADPE)",
            "Potenzial für den abiotischen Abbau nicht fossiler Ressourcen (ADPE)",
            "54ccd2d9-a32a-4fc2-923d-f2c8c93e89d4"),
        Entry(
            "804ebcdf-309d-4098-8ed8-fdaf2f389981", .abioticDepletionFossil, .en15804A1,
            "Abiotic depletion potential for fossil resources (ADPF)",
            "Potenzial für den abiotischen Abbau fossiler Brennstoffe (ADPF)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "b5c611c6-def3-11e6-bf01-fe55135034f3", .acidification, .ef3,
            "Acidification potential, Accumulated Exceedance (AP)",
            "Versauerungspotenzial, kumulierte Überschreitung (AP)",
            "42e089ac-92bf-4bf2-8ca1-5fc40d18f2ed"),
        Entry(
            "6a37f984-a4b3-458a-a20a-64418c145fa2", .globalWarmingTotal, .ef30,
            "Global Warming Potential - total (GWP-total)", "Globales Erwärmungspotenzial - total (GWP-total)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "2356e1ab-0185-4db5-86e5-16de51c7485c", .globalWarmingBiogenic, .ef30,
            "Global Warming Potential - biogenic (GWP-biogenic)",
            "Globales Erwärmungspotenzial - biogen (GWP-biogenic)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "5f635281-343e-44fb-83df-1971b155e6b6", .globalWarmingFossil, .ef30,
            "Global Warming Potential - fossil fuels (GWP-fossil)",
            "Globales Erwärmungspotenzial - fossil (GWP-fossil)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "4331bbdb-978a-490d-8707-eeb047f01a55", .globalWarmingLandUse, .ef30,
            "Global Warming Potential - land use and land use change (GWP-luluc)",
            "Globales Erwärmungspotenzial - luluc (GWP-luluc)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "ee1082d1-b0f7-43ca-a1f0-21e2a4a74511", .ecotoxicityFreshwater, .ef30,
            "Potential Comparative Toxic Unit for ecosystems (ETP-fw)",
            "Potenzielle Toxizitätsvergleichseinheit für Ökosysteme (ETP-fw)",
            "aa959ded-f1eb-4efb-9c5c-2d60be36b3e6"),
        Entry(
            "b5c602c6-def3-11e6-bf01-fe55135034f3", .particulateMatter, .ef3,
            "Potential incidence of disease due to PM emissions (PM)",
            "Potenzielles Auftreten von Krankheiten aufgrund von Feinstaubemissionen (PM)",
            "3883559b-648f-4afc-8ba2-0bd24f3affa3"),
        Entry(
            "b5c619fa-def3-11e6-bf01-fe55135034f3", .eutrophicationMarine, .ef3,
            "Eutrophication potential - marine (EP-marine)", "Eutrophierungspotenzial - Salzwasser (EP-marine)",
            "d05bb823-ecdf-4686-8c40-bf1d9257859f"),
        Entry(
            "b53ec18f-7377-4ad3-86eb-cc3f4f276b2b", .eutrophicationFreshwater, .ef3,
            "Eutrophication potential - freshwater (EP-freshwater)",
            "Eutrophierungspotenzial - Süßwasser (EP-freshwater)",
            "0429039d-a61d-4590-ba67-aa4a20a810a1"),
        Entry(
            "b5c614d2-def3-11e6-bf01-fe55135034f3", .eutrophicationTerrestrial, .ef3,
            "Eutrophication potential - terrestrial (EP-terrestrial)",
            "Eutrophierungspotenzial - Land (EP-terrestrial)",
            "71b4d617-0ec9-4d3f-b65e-e438940c2401"),
        Entry(
            "2299222a-bbd8-474f-9d4f-4dd1f18aea7c", .humanToxicityCancer, .ef3,
            "Potential Comparative Toxic Unit for humans - cancer effects (HTP-c)",
            "Potenzielle Toxizitätsvergleichseinheit für den Menschen - kanzerogene Wirkung (HTP-c)",
            "d4c9523e-2d7e-49fd-8469-998f547d3a70"),
        Entry(
            "3af763a5-b7a1-48c9-9cee-1f223481fcef", .humanToxicityNonCancer, .ef30,
            "Potential Comparative Toxic Unit for humans - non-cancer effects (HTP-nc)",
            "Potenzielle Toxizitätsvergleichseinheit für den Menschen - nicht kanzerogene Wirkung (HTP-nc)",
            "d4c9523e-2d7e-49fd-8469-998f547d3a70"),
        Entry(
            "b5c632be-def3-11e6-bf01-fe55135034f3", .ionizingRadiation, .ef3,
            "Potential Human exposure efficiency relative to U235 (IRP)",
            "Potenzielle Wirkung durch Exposition des Menschen mit U235 (IRP)",
            "456b05bf-1415-44a9-9993-02452f554c09"),
        Entry(
            "b2ad6890-c78d-11e6-9d9d-cec0c932ce01", .soilQuality, .ef3, "Potential Soil quality index (SQP)",
            "Potenzieller Bodenqualitätsindex (SQP)",
            "f130951c-e67f-4f7f-8dd4-665de3974e18"),
        Entry(
            "b5c629d6-def3-11e6-bf01-fe55135034f3", .ozoneDepletion, .ef3,
            "Depletion potential of the stratospheric ozone layer (ODP)",
            "Abbaupotenzial der stratosphärischen Ozonschicht (ODP)",
            "d9e957c9-7309-4474-bf3a-7777df6c4e5b"),
        Entry(
            "b5c610fe-def3-11e6-bf01-fe55135034f3", .photochemicalOzone, .ef3,
            "Photochemical Ozone Creation Potential (POCP)", "Bildungspotenzial für troposphärisches Ozon (POCP)",
            "d27c25f8-fbc1-44c6-b47b-4adbae4199c6"),
        Entry(
            "b2ad6110-c78d-11e6-9d9d-cec0c932ce01", .abioticDepletionFossil, .ef3,
            "Abiotic depletion potential - fossil resources (ADPF)",
            "Potenzial für die Verknappung abiotischer Ressourcen – fossile Brennstoffe (ADPF)",
            "93a60a57-a3c8-11da-a746-0800200c9a66"),
        Entry(
            "b2ad6494-c78d-11e6-9d9d-cec0c932ce01", .abioticDepletionElements, .ef3,
            "Abiotic depletion potential - non-fossil resources (ADPE)",
            "Potenzial für die Verknappung abiotischer Ressourcen – nicht fossile Ressourcen (ADPE)",
            "54ccd2d9-a32a-4fc2-923d-f2c8c93e89d4"),
        Entry(
            "b2ad66ce-c78d-11e6-9d9d-cec0c932ce01", .waterDeprivation, .ef3, "Water (user) deprivation potential (WDP)",
            "Wasser-Entzugspotenzial (Benutzer) (WDP)",
            "6ae2df01-888e-46c8-b17d-49fa3869b476"),
        Entry(
            "a7ea142a-9749-11ed-a8fc-0242ac120002", .globalWarmingTotal, .ef31,
            "Global Warming Potential - total (GWP-total)", "Globales Erwärmungspotenzial - total (GWP-total)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "a7ea186c-9749-11ed-a8fc-0242ac120002", .globalWarmingBiogenic, .ef31,
            "Global Warming Potential - biogenic (GWP-biogenic)",
            "Globales Erwärmungspotenzial - biogen (GWP-biogenic)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "a7ea19c0-9749-11ed-a8fc-0242ac120002", .globalWarmingFossil, .ef31,
            "Global Warming Potential - fossil fuels (GWP-fossil)",
            "Globales Erwärmungspotenzial - fossil (GWP-fossil)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "a7ea1ae2-9749-11ed-a8fc-0242ac120002", .globalWarmingLandUse, .ef31,
            "Global Warming Potential - land use and land use change (GWP-luluc)",
            "Globales Erwärmungspotenzial - luluc (GWP-luluc)",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "05316e7a-b254-4bea-9cf0-6bf33eb5c630", .ecotoxicityFreshwater, .ef31,
            "Potential Comparative Toxic Unit for ecosystems (ETP-fw)",
            "Potenzielle Toxizitätsvergleichseinheit für Ökosysteme (ETP-fw)",
            "aa959ded-f1eb-4efb-9c5c-2d60be36b3e6"),
        Entry(
            "7cfdcfcf-b222-4b26-888a-a55f9fbf7ac8", .humanToxicityNonCancer, .ef31,
            "Potential Comparative Toxic Unit for humans - non-cancer effects (HTP-nc)",
            "Potenzielle Toxizitätsvergleichseinheit für den Menschen - nicht kanzerogene Wirkung (HTP-nc)",
            "d4c9523e-2d7e-49fd-8469-998f547d3a70"),
        Entry(
            "fb774615-0575-45de-9a89-1ded92f19770", .globalWarmingGHG, .ef30,
            "Global warming potential except emissions and uptake of biogenic carbon (GWP-IOBC/GHG, EF 3.0)", "",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "e03c018f-8526-44bc-b5e4-bc03c3ab32f3", .globalWarmingGHG, .ef31,
            "Global warming potential except emissions and uptake of biogenic carbon (GWP-IOBC/GHG, EF 3.1)", "",
            "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"),
        Entry(
            "1cf37565-0154-4f01-94e4-b4dcbf63b519", .rawMaterialFossil, nil, "RMI fossile", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "755a42f4-bce4-4aaf-af9b-f6ffad4dabb8", .rawMaterialMetals, nil, "RMI metals", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "eb2ad53a-874a-4c97-8017-fa2c06803b9f", .rawMaterialMinerals, nil, "RMI minerals", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "03ee44a1-0e8a-471e-a30d-6e779361dddf", .rawMaterialForestry, nil, "RMI forestry", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "505188c3-77bb-4bcd-bb49-2f5f328aa372", .rawMaterialAgriculture, nil, "RMI agriculture", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "f88e175e-0cf6-49dc-9219-539d023a03d3", .rawMaterialFisheries, nil, "RMI fisheries", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "32200a68-5488-49d7-9e81-0e93c0f19cc1", .totalMaterialFossil, nil, "TMR fossile", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "4be326ff-416b-400f-b835-472f33b4cf16", .totalMaterialMetals, nil, "TMR metals", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "a9b02237-8034-49ee-850d-876dbe6e148d", .totalMaterialMinerals, nil, "TMR minerals", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "89c8b6c5-c525-4541-8dbd-211b8db1d3f0", .totalMaterialForestry, nil, "TMR forestry", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "25359720-f52a-4597-980d-3ff571bc2164", .totalMaterialAgriculture, nil, "TMR agriculture", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
        Entry(
            "5b6a0c3a-d0d3-49ff-811e-9816aa8c71f5", .totalMaterialFisheries, nil, "TMR fisheries", "",
            "93a60a57-a4c8-11da-a746-0800200c9a66"),
    ]
}
