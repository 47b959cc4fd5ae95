import EmissionsModel
import Testing

@testable import EmissionsExchange

@Suite struct StatedQuantityTests {
    /// The change in percent from one number to another, or `=`.
    private func change(_ a: String, _ b: String, per p: String = "1", _ q: String = "1") throws -> String {
        let number = { (text: String) in try #require(ExactDecimal(text)) }
        let first = StatedQuantity(
            amount: try number(a), denominator: .init(amount: try number(p), unit: .liter))
        let second = StatedQuantity(
            amount: try number(b), denominator: .init(amount: try number(q), unit: .liter))
        switch StatedQuantity.compare(first, second) {
        case .same: return "="
        case .incomparable: return "?"
        case .different(let change): return change.description
        }
    }

    @Test(arguments: [
        ("1", "1.00", "="), ("1e3", "1000", "="), ("0", "0.00", "="), ("0", "-0", "="),
        ("100", "112.5", "+12.5 %"), ("100", "104.2", "+4.2 %"), ("3", "4", "+33.3 %"), ("3", "2", "-33.3 %"),
        ("2", "0", "-100 %"), ("0", "2", "from zero"), ("0", "-2", "from zero"), ("1", "3", "+200 %"),
        ("1000", "1000.001", "+0.0001 %"), ("1", "1.0000000000000000000000000000000000001", "+1.00e-35 %"),
        ("1", "1e9", "+1.00e11 %"), ("1", "12346", "+1230000 %"), ("8", "9.9999999", "+25.0 %"),
        ("1000", "1009.995", "+1.00 %"), ("1", "1e5000", "+ more than 1e102 %"), ("1e5000", "1", "-100 %"),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999998", "-1.00e-36 %"),
    ])
    func aChangeIsRelativeToWhatWasSaidBefore(a: String, b: String, words: String) throws {
        #expect(try change(a, b) == words)
    }

    /// What is below zero rises towards zero, and the change is relative to its size.
    @Test(arguments: [
        ("-2", "-1", "+50 %"), ("-1", "-2", "-100 %"), ("-1", "1", "+200 %"), ("1", "-1", "-200 %"),
        ("-4", "0", "+100 %"),
    ])
    func removalsRiseTowardsZero(a: String, b: String, words: String) throws { #expect(try change(a, b) == words) }

    @Test(arguments: [
        ("1.31", "15.72", "1", "12", "="), ("1", "1", "3", "3.0", "="), ("1", "2", "3", "6", "="),
        ("1", "1", "3", "6", "-50 %"),
        ("15.72", "1.5", "12", "1", "+14.5 %"), ("0.333", "1", "1", "3", "+0.100 %"),
    ])
    func figuresAreComparedPerUnitWithoutDividing(a: String, b: String, p: String, q: String, words: String) throws {
        #expect(try change(a, b, per: p, q) == words)
    }

    @Test func thousandKilogramsAreATonne() {
        let a = StatedQuantity(
            amount: 2, unit: "kgCO2e", dimension: "CO2e", powerOfTen: 0, denominator: .init(amount: 1, unit: .kilogram))
        let b = StatedQuantity(
            amount: 2, unit: "tCO2e", dimension: "CO2e", powerOfTen: 3, denominator: .init(amount: 1, unit: .tonne))
        guard case .same = StatedQuantity.compare(a, b) else {
            Issue.record("not the same")
            return
        }
    }

    @Test func whatIsForLitersIsNotComparedWithWhatIsForKilograms() {
        let a = StatedQuantity(amount: 2, denominator: .init(amount: 1, unit: .kilogram))
        let b = StatedQuantity(amount: 2, denominator: .init(amount: 1, unit: .liter))
        guard case .incomparable = StatedQuantity.compare(a, b) else {
            Issue.record("compared")
            return
        }
    }

    /// Of wide numbers that are quotients of small ones, which the machine can divide.
    @Test func wideNumbersMultiplyAndSubtractAsSmallOnesDo() {
        for (x, y) in [(0, 7), (1, 999_999_999), (123_456_789_012, 987_654_321), (1_000_000_000, 1_000_000_000)] {
            let (a, b) = (WideNumber(UInt128(x)), WideNumber(UInt128(y)))
            #expect(a * b == WideNumber(UInt128(x) * UInt128(y)))
            #expect(a + b == WideNumber(UInt128(x) + UInt128(y)))
            #expect(WideNumber.distance(a, b) == WideNumber(UInt128(abs(x - y))))
            #expect(a.shifted(by: 13) == WideNumber(UInt128(x) * 10_000_000_000_000))
            #expect((a < b) == (x < y))
        }
    }
}
