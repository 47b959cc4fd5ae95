import EmissionsModel
import EmissionsSyntax

/// The words of LCAx's closed lists.
enum LCAxWords {
    static let unknown = "unknown"

    private static let units: [(word: String, unit: UnitOfMeasure)] = [
        ("m", .meter), ("m2", .squareMeter), ("m3", .cubicMeter), ("kg", .kilogram), ("tones", .tonne),
        ("pcs", .piece), ("kwh", .kilowattHour), ("l", .liter), ("tones_km", .tonneKilometer),
    ]
    /// Words for units that the model does not have.
    private static let otherUnits: Set<String> = ["m2r1", "km", "kgm3"]

    static func unit(_ word: String) -> UnitOfMeasure? { units.first { $0.word == word }?.unit }
    static func word(_ unit: DeclaredUnit) -> String? {
        if let unit = unit.unit { return units.first { $0.unit == unit }?.word }
        return unit.otherUnit.flatMap { otherUnits.contains($0) ? $0 : nil }
    }
    static func isOther(_ word: String) -> Bool { otherUnits.contains(word) }

    /// Units of conversions, which stay as they are written; densities by other names are one word.
    static let conversionUnit = Spelling<String>(
        "one of " + (units.map(\.word) + otherUnits.sorted()).map { "`\($0)`" }.joined(separator: ", "),
        parse: { $0.isEmpty ? nil : $0 },
        print: { text in
            if unit(text) != nil || isOther(text) { return text }
            return ["kg/m3", "kg/m^3", "kg/m³"].contains(text) ? "kgm3" : nil
        })

    static let subtype: Spelling<DeclarationKind> = .code([
        "generic": .generic, "specific": .specific, "industry": .average, "representative": .representative,
    ])

    /// `date`: a day without a time.
    static let day = Spelling<Timestamp>(
        "a day such as 2026-01-31", parse: { Timestamp($0) }, print: { $0.hasTime ? nil : $0.written },
        correction: .date)

    /// A whole number.
    static let wholeNumber = Spelling<ExactDecimal>(
        "a whole number", kind: .number, shape: .decimal, parse: { ExactDecimal($0) },
        print: { $0.decimals == 0 && !$0.isNegative ? $0.withoutNegativeScale?.plain : nil })

    // MARK: Results

    static let indicators: [(key: String, indicator: Indicator)] = [
        ("gwp", .globalWarmingTotal), ("gwp_fos", .globalWarmingFossil), ("gwp_bio", .globalWarmingBiogenic),
        ("gwp_lul", .globalWarmingLandUse), ("odp", .ozoneDepletion), ("ap", .acidification), ("ep", .eutrophication),
        ("ep_fw", .eutrophicationFreshwater), ("ep_mar", .eutrophicationMarine),
        ("ep_ter", .eutrophicationTerrestrial), ("pocp", .photochemicalOzone), ("adpe", .abioticDepletionElements),
        ("adpf", .abioticDepletionFossil), ("penre", .nonRenewableEnergyAsEnergy), ("pere", .renewableEnergyAsEnergy),
        ("perm", .renewableEnergyAsMaterial), ("pert", .renewableEnergyTotal), ("penrt", .nonRenewableEnergyTotal),
        ("penrm", .nonRenewableEnergyAsMaterial), ("sm", .secondaryMaterial), ("pm", .particulateMatter),
        ("wdp", .waterDeprivation), ("irp", .ionizingRadiation), ("etp_fw", .ecotoxicityFreshwater),
        ("htp_c", .humanToxicityCancer), ("htp_nc", .humanToxicityNonCancer), ("sqp", .soilQuality),
        ("rsf", .renewableSecondaryFuels), ("nrsf", .nonRenewableSecondaryFuels), ("fw", .freshWater),
        ("hwd", .hazardousWaste), ("nhwd", .nonHazardousWaste), ("rwd", .radioactiveWaste),
        ("cru", .componentsForReuse), ("mrf", .materialsForRecycling), ("mer", .materialsForEnergyRecovery),
        ("eee", .exportedElectricity), ("eet", .exportedHeat),
    ]

    static func indicator(_ key: String) -> Indicator? { indicatorsByKey[key] }
    static func key(of indicator: Indicator) -> String? { indicatorKeys[indicator.position] }

    private static let indicatorsByKey = Dictionary(uniqueKeysWithValues: indicators.map { ($0.key, $0.indicator) })
    /// By the position of the indicator.
    private static let indicatorKeys = Indicator.allCases.map { indicator in
        indicators.first { $0.indicator == indicator }?.key
    }

    private static let modules: [(key: String, modules: ModuleRange)] =
        [("a1a3", .productStage)]
        + LifeCycleModule.allCases.filter { ![.a1, .a2, .a3].contains($0) }
        .map { ($0.rawValue.lowercased(), ModuleRange($0)) }

    static func modules(_ key: String) -> ModuleRange? { modulesByKey[key] }
    static func key(of modules: ModuleRange) -> String? {
        modules.isSum ? modules == .productStage ? Self.modules[0].key : nil : moduleKeys[modules.first.position]
    }

    private static let modulesByKey = Dictionary(uniqueKeysWithValues: modules.map { ($0.key, $0.modules) })
    /// By the position of the module.
    private static let moduleKeys = LifeCycleModule.allCases.map { module in
        modules.first { $0.modules == ModuleRange(module) }?.key
    }
}

/// `standard`: by which one of EN 15804's tables of factors impacts were calculated.
enum LCAxStandard: String, CaseIterable {
    case a1 = "en15804a1"
    case a2 = "en15804a2"
    case unknown

    /// +A2's factors are those of the Environmental Footprint; which edition is not said.
    var method: CharacterizationMethod? {
        switch self {
        case .a1: .en15804A1
        case .a2: .ef3
        case .unknown: nil
        }
    }

    /// Whether results by a method can stand under it.
    func covers(_ method: CharacterizationMethod?) -> Bool {
        switch self {
        case .a1: method == .en15804A1
        case .a2: method == .ef3 || method == .ef30 || method == .ef31
        case .unknown: method == nil || method == .ipccAR5 || method == .ipccAR6
        }
    }

    /// The one that most impacts stand under.
    init(for results: [IndicatorResult]) {
        let methods = results.filter { $0.indicator?.isImpact == true }.map(\.method)
        let counts = [LCAxStandard.a2, .a1].map { standard in (standard, methods.count { standard.covers($0) }) }
        let best = counts.max { $0.1 < $1.1 }
        self = best.flatMap { $0.1 > 0 ? $0.0 : nil } ?? .unknown
    }
}
