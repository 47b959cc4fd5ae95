import EmissionsModel
import EmissionsSyntax

/// The codes and simple types of the package.
enum DataPackageWords {
    static let quarters: Spelling<Quarter> = .code(["1": .first, "2": .second, "3": .third, "4": .fourth])
    static let determinations: Spelling<Determination> = .code(["01": .actual, "02": .other])
    static let units: Spelling<UnitOfMeasure> = .code(["t": .tonne, "kg": .kilogram, "MWh": .megawattHour])
    /// What the schema of the package says of the codes. In the Commission's list for quarterly reports, `SOE01` is a direct
    /// link, `SOE02` a power purchase agreement and `SOE03` the grid.
    static let electricitySources: Spelling<ElectricitySource> = .code([
        "SOE01": .powerPurchaseAgreement, "SOE02": .grid, "SOE03": .other,
    ])
    static let routes: Spelling<String> = .code([
        "BF-BOF": "BF-BOF", "EAF": "EAF", "DRI-EAF": "DRI-EAF", "DRI-BOF": "DRI-BOF", "COREX": "COREX",
        "OTHER": "OTHER",
    ])

    /// Figures of a tonne in tonnes are those of a kilogram in kilograms.
    static let emissionsPerTonne = "tCO2e/t", emissionsPerMegawattHour = "tCO2e/MWh"
    static let emissionsUnits: Spelling<EmissionsUnit> = .code([
        emissionsPerTonne: .tonnesCO2e, emissionsPerMegawattHour: .tonnesCO2e, "kgCO2e/kg": .tonnesCO2e,
    ])

    static let year = Spelling<String>(
        "a year of four digits", parse: { $0 },
        print: { $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } ? $0 : nil })

    /// A number that is not rounded where it has more decimals than the schema takes: it can't be said then.
    static let amount = Spelling<ExactDecimal>(
        expected: "a decimal number with a point that is not negative and has at most 6 decimals",
        parse: Spelling<ExactDecimal>.plainDecimal.parse,
        print: { $0.isNegative || $0.decimals > 6 ? nil : Spelling<ExactDecimal>.plainDecimal.print($0) },
        correction: .decimal)

    /// `xs:date`. A point in time is written as its day, which is reported as a change.
    static let day = Spelling<Timestamp>(
        "a date such as 2026-01-31", parse: { Timestamp($0) },
        print: { $0.hasTime ? String($0.written.prefix(10)) : $0.written }, correction: .date)

    /// The category of goods under a CN code.
    static func category(_ code: String) -> String {
        let categories: [(String, String)] = [
            ("2507", "cement"), ("2523", "cement"), ("2601", "iron"), ("2716", "electricity"), ("280410", "hydrogen"),
            ("2808", "fertiliser"), ("2814", "fertiliser"), ("283421", "fertiliser"), ("3102", "fertiliser"),
            ("3105", "fertiliser"), ("7201", "iron"), ("7203", "iron"), ("72", "steel"), ("73", "steel"),
            ("76", "aluminium"),
        ]
        return categories.first { code.hasPrefix($0.0) }?.1 ?? "other"
    }
}
