import EmissionsModel

/// The codes of the quarterly report. The schema has none of them: they come from the Commission's workbook beside it.
enum CBAMWords {
    static let roles: Spelling<DeclarantRole> = .code(["01": .importer, "02": .representative, "03": .both])
    static let areas: Spelling<ImportArea> = .code(["EU": .customsDeclaration, "EUOTH": .otherMeans])
    /// No code for megawatt hours is published.
    static let units: Spelling<UnitOfMeasure> = .code(["01": .tonne, "02": .kilogram])
    static let emissionsUnits: Spelling<EmissionsUnit> = .code(["EMU1": .tonnesCO2e])
    static let determinations: Spelling<Determination> = .code(["01": .actual, "02": .other])
    static let methodologies: Spelling<MethodologyType> = .code(["TOM01": .commissionRules, "TOM02": .other])
    static let factorSources: Spelling<EmissionFactorOrigin> = .code(["01": .other, "02": .commission])
    static let electricitySources: Spelling<ElectricitySource> = .code([
        "SOE01": .directLink, "SOE02": .powerPurchaseAgreement, "SOE03": .grid,
    ])
    static let coordinates: Spelling<CoordinateSystem> = .code(["01": .gps, "02": .gnss])
    static let instruments: Spelling<CarbonPriceInstrument> = .code([
        "01": .tax, "02": .levy, "03": .fee, "04": .nationalTradingSystem, "05": .regionalTradingSystem, "06": .other,
    ])
    static let coveredProducts: Spelling<CoveredProductType> = .code([
        "TPC01": .actualProduct, "TPC02": .otherMaterials,
    ])

    // MARK: Codes that the model keeps as they are

    static let requestedProcedures: Set = ["01", "07", "40", "42", "43", "44", "45", "46", "48"]
    /// Inward processing.
    static let previousProcedures: Set = ["51", "54"]
    /// `P01` to `P48`, three of which were never given out.
    static let methods = codes("P", 1...48).subtracting(["P06", "P07", "P18"])
    static let parameters = codes("QPD", 1...23)
    static let emissionsDocuments = codes("TED", 1...5)

    private static func codes(_ prefix: String, _ numbers: ClosedRange<Int>) -> Set<String> {
        Set(numbers.map { prefix + $0.padded(to: 2) })
    }
}

// MARK: Simple types of the schema

extension Spelling<ExactDecimal> {
    /// `dec16-7` and the like. A number with more digits is not rounded: it can't be said.
    static func decimal(digits: Int, decimals: Int) -> Spelling {
        Spelling(
            expected: "a decimal number with a point and at most \(digits) digits, \(decimals) of them decimals",
            parse: plainDecimal.parse,
            print: {
                $0.integerDigits + $0.decimals <= digits && $0.decimals <= decimals ? plainDecimal.print($0) : nil
            }, correction: .decimal)
    }
}

extension ExactDecimal {
    /// How many digits come before its point, without zeros in front.
    fileprivate var integerDigits: Int {
        max(0, String(stripped.coefficient.magnitude).utf8.count - Int(stripped.scale))
    }
}

extension Spelling<String> {
    /// `n..5` and `n4`. What was sent is kept whatever it is.
    static func digits(upTo count: Int) -> Spelling {
        Spelling(
            "a whole number of at most \(count) digits", parse: { $0 },
            print: { $0.utf8.allSatisfy { $0 &- 0x30 <= 9 } && (1...count).contains($0.utf8.count) ? $0 : nil })
    }
}

extension Spelling<Timestamp> {
    /// `DateTimeContentType`.
    static let utcSecond = Spelling(
        "a date and time in UTC, such as 2024-01-31T09:30:00Z", parse: { Timestamp($0) }, print: { $0.utcSecond },
        correction: .date
    ).askingForTime
    /// `DateContentType`.
    static let date = Spelling(
        "a date such as 2024-01-31", parse: { Timestamp($0) }, print: { $0.date(separator: "-") },
        correction: .date)
    /// `n8`, where it means a date.
    static let compactDate = Spelling(
        "a date such as 20240131", parse: { Timestamp($0) }, print: { $0.date(separator: "") },
        correction: .date)
}

extension Timestamp {
    /// The same second in UTC; `nil` where its time of day or its offset is not known, or it is finer than a second.
    fileprivate var utcSecond: String? {
        guard hasTime, offset != nil else { return nil }
        let fraction = written.drop { $0 != "." }.dropFirst().prefix { $0.isNumber }
        guard fraction.allSatisfy({ $0 == "0" }) else { return nil }
        let clock = Int(seconds - day.seconds)
        let time = [clock / 3600, clock / 60 % 60, clock % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        return "\(dashedDay)T\(time)Z"
    }

    /// The date; `nil` for a point in time, since its time of day would be lost.
    fileprivate func date(separator: String) -> String? {
        hasTime ? nil : dashedDay.split(separator: "-").joined(separator: separator)
    }

    private var dashedDay: String { "\(day.year.padded(to: 4))-\(day.month.padded(to: 2))-\(day.day.padded(to: 2))" }
}

extension Int {
    /// Its digits, with zeros in front up to a width.
    fileprivate func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
