import EmissionsModel
import EmissionsSyntax

/// The columns of ÖKOBAUDAT's export (`exportCSV` of a data stock), and the spellings of their names that occur.
enum OekobaudatColumns {
    /// What holds for all rows of a data set.
    static let declaration: RecordMap<ProductFootprint> = [
        .cell("UUID", \.identity.identifier, as: .text).required,
        .cell("Version", \.declaration.dataSetVersion, as: .text),
        .name("Name (de)", "de"),
        .name("Name (en)", "en"),
        .category("Kategorie (original)", "OEKOBAU.DAT"),
        .category("Kategorie (en)", "OEKOBAU.DAT (en)"),
        .named("Konformität", aliases: ["Konformitaet"], \.declaration.compliance, \.system),
        .named(
            "Background Datenbank(en)", aliases: ["Background Datenbank (en)", "Background Datenbank"],
            \.declaration.dataSources, \.self),
        .firstCell("Laenderkennung", \.declaration.scope.locations),
        .cell("Typ", \.declaration.kind, as: ILCDWords.kind),
        .cell("Referenzjahr", \.declaration.validity.referenceYear, as: .text),
        .cell("Gueltig bis", \.declaration.validity.lastYear, as: .text),
        .cell("URL", \.declaration.publication.permanentAddress, as: .text),
        .nameOf("Declaration owner", \.declaration.parties.owner),
        .cell("Veroeffentlicht am", \.declaration.validity.published, as: .germanDay),
        .cell("Registrierungsnummer", \.declaration.registrationNumber, as: .text),
        .nameOf("Registrierungsstelle", \.declaration.parties.programOperator),
        .preceding("UUID des Vorgängers", aliases: ["UUID des Vorgaengers"], \.identifier),
        .preceding("Version des Vorgängers", aliases: ["Version des Vorgaengers"], \.version),
        .preceding("URL des Vorgängers", aliases: ["URL des Vorgaengers"], \.address),
        .cell("Bezugsgroesse", \.declaredUnit.amount, as: .germanDecimal),
        .unit("Bezugseinheit"),
        .cell("Referenzfluss-UUID", \.declaration.referenceFlow.flow.identifier, as: .text),
        .nameOf("Referenzfluss-Name", \.declaration.referenceFlow.flow),
        .material("Schuettdichte (kg/m3)", "bulk density", "kg/m^3"),
        .material("Flaechengewicht (kg/m2)", "grammage", "kg/m^2"),
        .material("Rohdichte (kg/m3)", "gross density", "kg/m^3"),
        .material("Schichtdicke (m)", "layer thickness", "m"),
        .material("Ergiebigkeit (m2)", "productiveness", "m^2"),
        .material("Laengengewicht (kg/m)", "linear density", "kg/m"),
        .material("Stueckgewicht (kg)", "weight per piece", "kg"),
        .material("Umrechungsfaktor auf 1kg", "conversion factor to 1 kg", "-"),
        .cell("biogener Kohlenstoffgehalt in kg", \.carbonContent.biogenic, as: .germanDecimal),
        .cell(
            "biogener Kohlenstoffgehalt (Verpackung) in kg", \.carbonContent.packagingBiogenic, as: .germanDecimal),
    ]

    static let module: NodeName = "Modul"
    static let scenario: NodeName = "Szenario"
    static let scenarioDescription: NodeName = "Szenariobeschreibung"

    /// A column of one indicator.
    struct Result: Sendable {
        let name: NodeName
        let indicator: Indicator
        /// `.ef3` for those of EN 15804+A2: the table doesn't say which EF.
        let method: CharacterizationMethod?
        let unit: IndicatorUnit
        var aliases: [NodeName] = []

        fileprivate init(
            _ name: String, _ indicator: Indicator, _ method: CharacterizationMethod? = nil, aliases: [NodeName] = []
        ) {
            (self.name, self.indicator, self.method, self.aliases) = (NodeName(name), indicator, method, aliases)
            unit = indicator.unit(by: method) ?? .kilograms
        }
    }

    static let results: [Result] = [
        Result("GWP", .globalWarmingTotal, .en15804A1), Result("ODP", .ozoneDepletion, .en15804A1),
        Result("POCP", .photochemicalOzone, .en15804A1), Result("AP", .acidification, .en15804A1),
        Result("EP", .eutrophication, .en15804A1), Result("ADPE", .abioticDepletionElements, .en15804A1),
        Result("ADPF", .abioticDepletionFossil, .en15804A1), Result("PERE", .renewableEnergyAsEnergy),
        Result("PERM", .renewableEnergyAsMaterial), Result("PERT", .renewableEnergyTotal),
        Result("PENRE", .nonRenewableEnergyAsEnergy), Result("PENRM", .nonRenewableEnergyAsMaterial),
        Result("PENRT", .nonRenewableEnergyTotal), Result("SM", .secondaryMaterial),
        Result("RSF", .renewableSecondaryFuels), Result("NRSF", .nonRenewableSecondaryFuels),
        Result("FW", .freshWater), Result("HWD", .hazardousWaste), Result("NHWD", .nonHazardousWaste),
        Result("RWD", .radioactiveWaste), Result("CRU", .componentsForReuse), Result("MFR", .materialsForRecycling),
        Result("MER", .materialsForEnergyRecovery), Result("EEE", .exportedElectricity),
        Result("EET", .exportedHeat), Result("AP (A2)", .acidification, .ef3),
        Result("GWPtotal (A2)", .globalWarmingTotal, .ef3, aliases: ["A2GWPtotal (A2)"]),
        Result("GWPbiogenic (A2)", .globalWarmingBiogenic, .ef3),
        Result("GWPfossil (A2)", .globalWarmingFossil, .ef3), Result("GWPluluc (A2)", .globalWarmingLandUse, .ef3),
        Result("ETPfw (A2)", .ecotoxicityFreshwater, .ef3), Result("PM (A2)", .particulateMatter, .ef3),
        Result("EPmarine (A2)", .eutrophicationMarine, .ef3),
        Result("EPfreshwater (A2)", .eutrophicationFreshwater, .ef3),
        Result("EPterrestrial (A2)", .eutrophicationTerrestrial, .ef3), Result("HTPc (A2)", .humanToxicityCancer, .ef3),
        Result("HTPnc (A2)", .humanToxicityNonCancer, .ef3), Result("IRP (A2)", .ionizingRadiation, .ef3),
        // The export spells SQP so.
        Result("SOP (A2)", .soilQuality, .ef3, aliases: ["SQP (A2)"]), Result("ODP (A2)", .ozoneDepletion, .ef3),
        Result("POCP (A2)", .photochemicalOzone, .ef3), Result("ADPF (A2)", .abioticDepletionFossil, .ef3),
        Result("ADPE (A2)", .abioticDepletionElements, .ef3), Result("WDP (A2)", .waterDeprivation, .ef3),
    ]

    static let all: [NodeName] =
        declaration.descriptions.map { NodeName($0.name) } + [module, scenario, scenarioDescription]
        + results.map(\.name)
}

// MARK: Spellings

extension Spelling<ExactDecimal> {
    /// A decimal with a comma or a point: the export lets one choose, and never separates thousands.
    static let germanDecimal = Spelling(
        expected: "a decimal number with a comma, such as 12,50", shape: .text,
        parse: { bytes in
            let isComma = bytes.contains(UInt8(ascii: ","))
            guard isComma else { return decimal.parse(bytes) }
            guard !bytes.contains(UInt8(ascii: ".")), bytes.count(where: { $0 == UInt8(ascii: ",") }) == 1 else {
                return nil
            }
            let text = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
            return text.withUnsafeBufferPointer { decimal.parse($0) }
        },
        print: { $0.description.replacingPoint })
}

extension Spelling<Timestamp> {
    /// A day as in German or in ISO 8601.
    static let germanDay = Spelling(
        "a date such as 2026-01-31 or 31.01.2026", shape: .text,
        parse: { text in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[2].count == 4 else { return Timestamp(text) }
            func padded(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }
            return Timestamp("\(parts[2])-\(padded(parts[1]))-\(padded(parts[0]))")
        }, print: { $0.written })
}

extension String {
    fileprivate var replacingPoint: String { String(map { $0 == "." ? "," : $0 }) }
}
