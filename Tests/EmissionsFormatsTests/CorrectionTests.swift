import EmissionsDiagnostics
import EmissionsModel
import Testing

@testable import EmissionsFormats

/// What is read into misspelled values, and above all what is not.
@Suite struct CorrectionTests {
    private func corrected(_ text: String, _ correction: Correction, isDecimalComma: Bool = false) -> String? {
        correction.corrected(text, isDecimalComma: isDecimalComma).flatMap { $0.safety == .safe ? $0.text : nil }
    }

    @Test(arguments: [
        ("1,85", "1.85"), ("1.234,56", "1234.56"), ("1,234.56", "1234.56"), ("1.234.567", "1234567"),
        ("1,234,567.8", "1234567.8"), ("12 345,6", "12345.6"), ("12\u{A0}345", "12345"), ("1'234.50", "1234.50"),
        ("-0,50", "-0.50"), ("\u{2212}1,5", "-1.5"), ("0,123", "0.123"), ("1234,567", "1234.567"),
        (" 12.5\u{A0}", "12.5"),
        ("0,0001", "0.0001"), ("1.234.567,80", "1234567.80"),
    ])
    func aDecimalIsWrittenWithAPointWhereItHasOneMeaning(written: String, expected: String) {
        #expect(corrected(written, .decimal) == expected)
    }

    @Test(arguments: [
        "1,234", "12,345", "123,456", "-1,234", "1,23,456", "1.2.3", "1,2,3", "1,234.567,8", "1 23", "12.34,56", ",5",
        "5,",
        "0.123,4", "1,2e3", "twelve", "1,5 kg", "1-2", "0,123,456", "1. 234,5", "1 234.567,8",
    ])
    func aDecimalThatCouldMeanTwoThingsIsLeftAlone(written: String) {
        #expect(corrected(written, .decimal) == nil)
    }

    @Test func aColumnTellsWhatACommaMeans() {
        #expect(corrected("1,234", .decimal, isDecimalComma: true) == "1.234")
        #expect(corrected("1,234,567", .decimal, isDecimalComma: true) == "1234567")
        #expect(corrected("1,234.5", .decimal, isDecimalComma: true) == "1234.5")
    }

    @Test(arguments: [
        ("2026/01/31", "2026-01-31"), ("2026-1-5", "2026-01-05"), ("31.12.2025", "2025-12-31"),
        ("2026-01-31 00:00:00Z", "2026-01-31T00:00:00Z"), ("31/12/2025", "2025-12-31"), ("12/31/2025", "2025-12-31"),
        ("05.05.2025", "2025-05-05"), ("2026-01-31 10:00", "2026-01-31T10:00"),
        ("20260131T101500Z", "2026-01-31T10:15:00Z"),
        ("2026-01-31 9:30:00 UTC", "2026-01-31T09:30:00Z"), ("2026-01-31T00:00:00+0100", "2026-01-31T00:00:00+01:00"),
        ("2026-01-31T00:00:00.5+01", "2026-01-31T00:00:00.5+01:00"),
    ])
    func aDateIsWrittenAsISOHasItWhereItIsOneDay(written: String, expected: String) {
        #expect(corrected(written, .date) == expected)
    }

    @Test(arguments: [
        "01/02/2026", "01-02-2026", "1/2/26", "31.12.25", "2026", "31 12 2025", "31.12/2025", "Dec 31, 2025",
        "12.31.2025",
        "2026-01-31 noon", "2026-01-31 10:00 CET", "",
    ])
    func aDateThatCouldBeTwoDaysIsLeftAlone(written: String) {
        #expect(corrected(written, .date).flatMap { Timestamp($0) } == nil)
    }

    @Test func aDateWithPointsAndSmallNumbersIsOnlyAssumedToHaveItsDayFirst() {
        #expect(
            Correction.date.corrected("01.02.2026", isDecimalComma: false)
                == CorrectedText(text: "2026-02-01", safety: .unsafe))
    }

    @Test(arguments: [
        ("KILOGRAM", "kilogram"), ("Kilowatt-Hour", "kilowatt hour"), ("TON_KILOMETER", "ton kilometer"),
        ("  liter ", "liter"),
    ])
    func aWordIsKnownByItsLetters(written: String, expected: String) {
        let words = Correction.words(["liter", "kilogram", "kilowatt hour", "ton kilometer"])
        #expect(corrected(written, words) == expected)
    }

    @Test func aWordThatFitsTwoIsLeftAlone() {
        #expect(corrected("AB", .words(["a b", "a-b"])) == nil)
    }

    @Test(arguments: ["0.1", "0 1", "0-1", "1"]) func aCodeOfDigitsIsNotGuessed(written: String) {
        #expect(corrected(written, .words(["01", "02"])) == nil)
    }

    @Test func unitsAreKnownByTheirOtherNames() {
        let expected: [String: UnitOfMeasure] = [
            "kg": .kilogram, "KG": .kilogram, "litre": .liter, "kWh": .kilowattHour, "m³": .cubicMeter,
            "tkm": .tonneKilometer, "t": .tonne, "metric  ton": .tonne,
        ]
        for (name, unit) in expected { #expect(UnitNames.unit(name, UnitOfMeasure.self) == unit) }
    }

    @Test(arguments: ["ton", "tons", "Ton", "TON", "T", "mj", "mWh", "mwh", "lb", "M", "tCO2"])
    func aUnitThatMayBeAnotherIsLeftAlone(name: String) {
        #expect(UnitNames.unit(name, UnitOfMeasure.self) == nil)
        #expect(UnitNames.unit(name, EmissionsUnit.self) == nil)
    }

    @Test func trueInOtherLettersIsSpellingAndYesIsNot() {
        #expect(corrected("TRUE", .truth) == "true")
        #expect(corrected("yes", .truth) == nil)
        #expect(Correction.truth.corrected("yes", isDecimalComma: false)?.safety == .unsafe)
    }

    /// The law that figures never change: digits stay, in their order, and so does what a person reads.
    @Test func noDigitOfADecimalIsEverAddedOrLost() {
        var random = SplitMix(seed: 7)
        let alphabet = Array("0123456789,.,. '-+\u{A0}")
        var read = 0
        for _ in 0..<40_000 {
            let text = String((0..<random.below(9) + 1).map { _ in alphabet[random.below(alphabet.count)] })
            for isDecimalComma in [false, true] {
                guard let result = corrected(text, .decimal, isDecimalComma: isDecimalComma),
                    ExactDecimal(result) != nil
                else { continue }
                read += 1
                #expect(result.filter(\.isNumber) == text.filter(\.isNumber), "\(text) → \(result)")
                if text.contains(","), text.firstIndex(of: ",") == text.lastIndex(of: ","), result.contains(".") {
                    let decimals = text.split(whereSeparator: { ",.".contains($0) }).last.map { $0.filter(\.isNumber) }
                    #expect(result.split(separator: ".").last.map(String.init) == decimals, "\(text) → \(result)")
                }
            }
        }
        #expect(read > 1_000)
    }
}

/// Random numbers that are the same in every run.
private struct SplitMix {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}
