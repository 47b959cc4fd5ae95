import EmissionsModel
import Testing

@Suite struct ExactDecimalTests {
    @Test(arguments: [
        "0", "1.50", "-12", "0.000", "-0", "-0.00", "+5", "007.50", ".5", "5.", "1e3", "1.20E-7", "-3.4e+2",
        "99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001",
    ])
    func whatWasWrittenStays(_ text: String) {
        #expect(ExactDecimal(text)?.description == text)
    }

    @Test(arguments: [
        "", "-", "+", ".", "e5", "1e", "1e+", "1,5", "1 000", "0x10", "NaN", "Infinity", "1.2.3", "--1", "١",
    ])
    func whatIsNoNumberIsNotRead(_ text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(arguments: [
        ("5e-1", "0.5"), ("-5e-3", "-0.005"), ("1e-18", "0.000000000000000001"), ("1e-19", "0.0000000000000000001"),
        ("18446744073709551615e-2", "184467440737095516.15"), ("18446744073709551616e-2", "184467440737095516.16"),
        ("0e-2", "0.00"), ("-0.0e0", "0.0"), ("120e-1", "12.0"), ("-7e0", "-7"), ("3e2", "300"),
    ])
    func plainNotationHasAllDigitsAndNoPowerOfTen(_ text: String, _ plain: String) {
        #expect(ExactDecimal(text)?.plain == plain)
    }

    @Test func tooManyDigitsAreToldApartFromNonsense() {
        let reading = Array("123456789012345678901234567890123456789".utf8).withUnsafeBufferPointer {
            ExactDecimal.read($0)
        }
        guard case .tooLong = reading else { return #expect(Bool(false), "\(reading)") }
        let huge = Array("1e999999999999999999999".utf8).withUnsafeBufferPointer { ExactDecimal.read($0) }
        guard case .tooLong = huge else { return #expect(Bool(false), "\(huge)") }
    }

    @Test func leadingZerosDoNotCountAsDigits() {
        #expect(ExactDecimal(String(repeating: "0", count: 60) + "1")?.equals(1) == true)
    }

    @Test(arguments: [("1.50", "1.5"), ("1e3", "1000"), ("-0", "0"), ("0.1e1", "1.00"), ("+7", "7")])
    func numbersAreEqualByValueAndDifferentBySpelling(_ a: String, _ b: String) throws {
        let (a, b) = (try #require(ExactDecimal(a)), try #require(ExactDecimal(b)))
        #expect(a != b)
        #expect(a.equals(b) && !(a < b) && !(b < a))
    }

    @Test(arguments: [
        ("-2", "-1.5"), ("-1", "0"), ("0", "0.0001"), ("0.9", "1"), ("9.99", "10"), ("1e-400", "1e-399"),
        ("99999999999999999999999999999999999998", "99999999999999999999999999999999999999"), ("-1e10", "-1e9"),
        ("1", "1.00000000000000000000000000000000001"),
    ])
    func orderIsOfValue(_ small: String, _ large: String) throws {
        let (small, large) = (try #require(ExactDecimal(small)), try #require(ExactDecimal(large)))
        #expect(small < large && !(large < small) && large > small && small <= large && large >= small)
    }

    @Test func theProductOfTwoNumbersOf18DigitsIsExact() throws {
        let a = try #require(ExactDecimal("999999999999999999")), b = try #require(ExactDecimal("9.99999999999999999"))
        #expect(a.multiplied(by: b)?.description == "9999999999999999980.00000000000000001")
    }

    @Test func arithmeticGivesNothingRatherThanARoundedResult() throws {
        let long = try #require(ExactDecimal(String(repeating: "7", count: 30)))
        #expect(long.multiplied(by: long) == nil)
        let wide = try #require(ExactDecimal("1e-60"))
        #expect(wide.adding(1) == nil)
        #expect(ExactDecimal(1).dividedExactly(by: 3) == nil)
        #expect(ExactDecimal(1).dividedExactly(by: 0) == nil)
    }

    @Test(arguments: [
        ("18", "12", "1.5"), ("1", "8", "0.125"), ("-9.468", "12", "-0.789"), ("10", "2.5", "4"), ("0", "7", "0"),
        ("1.2e3", "4", "300"), ("7", "0.0625", "112"),
    ])
    func aQuotientThatEndsIsExact(_ a: String, _ b: String, _ quotient: String) throws {
        let (a, b) = (try #require(ExactDecimal(a)), try #require(ExactDecimal(b)))
        #expect(a.dividedExactly(by: b).map { $0.stripped.withoutNegativeScale?.plain } == quotient)
    }

    @Test func shiftingByPowersOfTenKeepsTheDigits() {
        #expect(ExactDecimal("0.785")?.shifted(by: 3)?.plain == "785")
        #expect(ExactDecimal("12.50")?.shifted(by: -3)?.plain == "0.01250")
        #expect(ExactDecimal("2")?.shifted(by: 3)?.plain == "2000")
    }

    @Test func sumsAlignTheirPoints() {
        #expect(ExactDecimal("1.25")?.adding(ExactDecimal("0.750")!)?.description == "2.000")
        #expect(ExactDecimal("1")?.subtracting(ExactDecimal("1.01")!)?.description == "-0.01")
    }

    @Test func decimalsAreCountedWithoutZerosAtTheEnd() {
        #expect(ExactDecimal("1.5000")?.decimals == 1)
        #expect(ExactDecimal("100")?.decimals == 0)
    }
}
