import EmissionsModel
import Testing

@testable import EmissionsFormats

@Suite struct CBAMWordsTests {
    private func check<Value: Equatable>(_ spelling: Spelling<Value>, _ words: [(String, Value)]) {
        for (word, value) in words {
            #expect(spelling.read(word) == value)
            #expect(spelling.print(value) == word)
        }
        #expect(spelling.read("99") == nil)
    }

    @Test func everyCodeIsReadAndWritten() {
        check(CBAMWords.roles, [("01", .importer), ("02", .representative), ("03", .both)])
        check(CBAMWords.areas, [("EU", .customsDeclaration), ("EUOTH", .otherMeans)])
        check(CBAMWords.units, [("01", .tonne), ("02", .kilogram)])
        check(CBAMWords.emissionsUnits, [("EMU1", .tonnesCO2e)])
        check(CBAMWords.determinations, [("01", .actual), ("02", .other)])
        check(CBAMWords.methodologies, [("TOM01", .commissionRules), ("TOM02", .other)])
        check(CBAMWords.factorSources, [("01", .other), ("02", .commission)])
        check(
            CBAMWords.electricitySources,
            [("SOE01", .directLink), ("SOE02", .powerPurchaseAgreement), ("SOE03", .grid)])
        check(CBAMWords.coordinates, [("01", .gps), ("02", .gnss)])
        check(
            CBAMWords.instruments,
            [
                ("01", .tax), ("02", .levy), ("03", .fee), ("04", .nationalTradingSystem),
                ("05", .regionalTradingSystem), ("06", .other),
            ])
        check(CBAMWords.coveredProducts, [("TPC01", .actualProduct), ("TPC02", .otherMaterials)])
        check(Spelling<Quarter>.word, [("Q1", .first), ("Q2", .second), ("Q3", .third), ("Q4", .fourth)])
    }

    @Test func theListsOfCodesAreComplete() {
        #expect(CBAMWords.methods.count == 45 && CBAMWords.methods.contains("P48"))
        #expect(CBAMWords.methods.isDisjoint(with: ["P00", "P06", "P07", "P18", "P49"]))
        #expect(CBAMWords.parameters.count == 23 && CBAMWords.parameters.contains("QPD01"))
        #expect(CBAMWords.emissionsDocuments.contains("TED05"))
    }

    @Test(arguments: [UnitOfMeasure.megawattHour, .liter, .piece]) func otherUnitsHaveNoCode(_ unit: UnitOfMeasure) {
        #expect(CBAMWords.units.print(unit) == nil)
    }

    @Test(
        arguments: [
            ("999999999.9999999", 16, 7, "999999999.9999999"), ("0.12345678", 16, 7, nil),
            ("1234567890.1234567", 16, 7, nil),
            ("12.50000000", 16, 7, "12.50000000"), ("0.0000001", 16, 7, "0.0000001"), ("1e3", 16, 6, "1000"),
            ("1e16", 16, 6, nil), ("-1.5", 16, 5, "-1.5"), (".5", 10, 5, "0.5"), ("99999.99999", 10, 5, "99999.99999"),
            ("100000.99999", 10, 5, nil), ("0", 16, 7, "0"),
        ] as [(String, Int, Int, String?)])
    func aNumberFitsOrIsNotSaid(_ number: String, _ digits: Int, _ decimals: Int, _ printed: String?) throws {
        let spelling = Spelling<ExactDecimal>.decimal(digits: digits, decimals: decimals)
        #expect(spelling.print(try #require(ExactDecimal(number))) == printed)
    }

    @Test(
        arguments: [
            ("2024-01-31T09:30:05Z", "2024-01-31T09:30:05Z", nil),
            ("2024-01-31T23:30:05-01:00", "2024-02-01T00:30:05Z", nil),
            ("2024-01-31T09:30:05.000Z", "2024-01-31T09:30:05Z", nil), ("2024-01-31T09:30:05.5Z", nil, nil),
            ("2024-01-31T09:30:05", nil, nil), ("2024-01-31", nil, "2024-01-31"), ("20240131", nil, "2024-01-31"),
            ("0999-12-01", nil, "0999-12-01"),
        ] as [(String, String?, String?)])
    func aTimeIsConvertedExactlyOrNotSaid(_ written: String, _ second: String?, _ date: String?) throws {
        let time = try #require(Timestamp(written))
        #expect(Spelling<Timestamp>.utcSecond.print(time) == second)
        #expect(Spelling<Timestamp>.date.print(time) == date)
        #expect(Spelling<Timestamp>.compactDate.print(time) == date?.filter { $0 != "-" })
    }

    @Test func numbersOfItemsHaveAtMostFiveDigits() {
        let spelling = Spelling<String>.digits(upTo: 5)
        #expect(spelling.print("00001") == "00001")
        for text in ["123456", "-1", "1a", "", "٣"] { #expect(spelling.print(text) == nil) }
    }
}

extension Spelling {
    fileprivate func read(_ text: String) -> Value? {
        var text = text
        return text.withUTF8 { parse($0) }
    }
}
