import EmissionsModel
import EmissionsSyntax

/// The codes of the model, which are those of the Commission's quarterly report.
enum CatenaXWords {
    static let factorSources: Spelling<EmissionFactorOrigin> = .code(["01": .other, "02": .commission])
    static let electricitySources: Spelling<ElectricitySource> = .code([
        "SOE01": .directLink, "SOE02": .powerPurchaseAgreement, "SOE03": .grid,
    ])
    static let coordinates: Spelling<CoordinateSystem> = .code(["01": .gps, "02": .gnss])
    static let instruments: Spelling<CarbonPriceInstrument> = .code([
        "01": .tax, "02": .levy, "03": .fee, "04": .nationalTradingSystem, "05": .regionalTradingSystem, "06": .other,
    ])

    /// `P01` to `P48`, three of which were never given out.
    static let methods: Set<String> = Set(
        (1...48).map { $0 < 10 ? "P0\($0)" : "P\($0)" }
    ).subtracting(["P06", "P07", "P18"])

    /// Three letters in the model, two in its documentation; written with three.
    static let country = Spelling<String>(
        "a country in three letters (ISO 3166-1), such as DEU",
        parse: { text in
            if text.utf8.count == 3, let code = CountryCodes.twoLetters(text.lowercased()) { return code }
            return text.isEmpty ? nil : text
        },
        print: { code in CountryCodes.threeLetters(code)?.uppercased() ?? code })

    /// A number in the model, text in its documentation.
    static let degrees = Spelling<String>(
        "a number of degrees", kind: .number, parse: { $0.isEmpty ? nil : $0 },
        print: { ExactDecimal($0)?.jsonNumber == $0 ? $0 : nil })

    /// With a blank between country and place in the documentation, without in the model.
    static let locationCode = Spelling<String>(
        "a UN/LOCODE of five characters, such as DEDUI",
        parse: { text in
            let pieces = text.split(separator: " ", omittingEmptySubsequences: false)
            return pieces.count == 2 && pieces[0].count == 2 && pieces[1].count == 3 ? pieces.joined() : text
        }, print: { $0 })
}
