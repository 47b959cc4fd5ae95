import EmissionsModel
import Testing

@testable import EmissionsRules

@Suite struct ReferenceTests {
    @Test func countries() {
        #expect(Countries.assigned.count == 249)
        #expect(["DE", "TR", "GB", "AX", "ZW", "AD"].allSatisfy { Countries.assigned.contains($0) })
        #expect(!["UK", "EU", "XK", "de", "D", "DEU", "", "ZZ"].contains { Countries.assigned.contains($0) })
        #expect(Countries.isAccepted("XK") && !Countries.isAccepted("UK"))
    }

    @Test func currencies() {
        #expect(["EUR", "CNY", "INR", "TRY", "UAH", "BGN"].allSatisfy { Currencies.contains($0) })
        #expect(!["RMB", "eur", "EU", ""].contains { Currencies.contains($0) })
    }

    @Test(arguments: [
        ("25070080", CoveredGoods.Category.calcinedClay), ("25231000", .cementClinker), ("25232900", .cement),
        ("25233000", .aluminousCement), ("27160000", .electricity), ("31021010", .urea),
        ("31023090", .mixedFertilizers),
        ("28041000", .hydrogen), ("26011200", .sinteredOre), ("72021180", .ferroManganese),
        ("72024910", .ferroChromium),
        ("72026000", .ferroNickel), ("72083700", .ironOrSteelProducts), ("72071111", .crudeSteel),
        ("76011010", .unwroughtAluminum), ("76090000", .aluminumProducts),
    ])
    func coveredGoods(_ code: String, _ category: CoveredGoods.Category) {
        #expect(CoveredGoods.category(ofCN: code) == category)
    }

    @Test(arguments: ["72022100", "72041000", "31056000", "25070020", "28049000", "76150000", "95030000", "", "72x"])
    func goodsThatAreNotCovered(_ code: String) {
        #expect(CoveredGoods.category(ofCN: code) == nil)
    }

    @Test func indirectEmissionsCountForSomeGoodsOnly() {
        let counted = CoveredGoods.Category.allCases.filter { !$0.isDirectOnly }
        #expect(
            counted == [
                .calcinedClay, .cementClinker, .cement, .aluminousCement, .electricity, .nitricAcid, .urea, .ammonia,
                .mixedFertilizers, .sinteredOre,
            ])
    }

    @Test func plausibleEmissions() throws {
        let range = try #require(PlausibleEmissions.range(ofCN: "72083700"))
        #expect("\(range.lower)" == "0.07" && "\(range.upper)" == "12.345")
        #expect(PlausibleEmissions.range(ofCN: "27160000") == nil)
    }

    @Test func chaptersOfTheTariff() {
        #expect("01012100".isInTariff && "97050000".isInTariff)
        #expect(!["00", "77010000", "98", "9", "", "AB"].contains { $0.isInTariff })
    }

    @Test func uniformNames() {
        #expect(
            ["urn:gtin:4712345060507", "URN:isbn:1", "urn:pact:a.b:c:d/e?f#g", "urn:uuid:x"].allSatisfy { $0.isURN })
        #expect(
            !["", "urn", "urn:", "urn:a:b", "urn:-ab:c", "urn:gtin:", "urn:x y:z", "uri:ab:c"].contains { $0.isURN })
    }

    @Test func roundedFiguresAgreeWithinTheirLastDigits() throws {
        func compare(_ a: String, _ b: String) throws -> RoundedFigure.Agreement {
            RoundedFigure(try #require(ExactDecimal(a))).compared(with: RoundedFigure(try #require(ExactDecimal(b))))
        }
        #expect(try compare("1.02", "1.03") == .agrees)
        #expect(try compare("1.02", "1.041") == .differs)
        #expect(try compare("0", "0.01") == .agrees)
        #expect(try compare("2.0", "2.2") == .agrees)
        #expect(try compare("2.0", "2.21") == .differs)
        #expect(try compare("1e9000", "1e-9000") == .tooLong)
    }
}
