/// A JSON number as its digits and a power of ten, so that comparing is exact however long or big it is.
struct DecimalText: Hashable, Sendable {
    private(set) var isNegative = false
    /// The digits without zeros at either end; none for zero.
    private(set) var digits: [UInt8] = []
    /// The power of ten of the last digit. Beyond ±10¹⁵ it is held there.
    private(set) var exponent = 0

    private static let exponentLimit = 1_000_000_000_000_000

    /// Reads a number that is known to be well-formed JSON.
    init(_ text: some Sequence<UInt8>) {
        var isFraction = false, isExponent = false, power = 0, powerIsNegative = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "-"): if isExponent { powerIsNegative = true } else { isNegative = true }
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = byte - UInt8(ascii: "0")
                if isExponent {
                    power = min(power * 10 + Int(digit), Self.exponentLimit)
                } else {
                    if isFraction { exponent -= 1 }
                    if digit != 0 || !digits.isEmpty { digits.append(digit) }
                }
            default: break
            }
        }
        exponent += powerIsNegative ? -power : power
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (isNegative, exponent) = (false, 0) }
    }

    init(_ text: String) { self.init(text.utf8) }

    var isZero: Bool { digits.isEmpty }
    /// Whether it has no fraction: `1.0` and `1e400` have none.
    var isInteger: Bool { exponent >= 0 }

    /// As a whole number of things, held at a billion; `nil` where it is none.
    var count: Int? {
        guard isInteger, !isNegative else { return nil }
        guard digits.count + exponent <= 9 else { return 1_000_000_000 }
        return (digits + Array(repeating: 0, count: exponent)).reduce(0) { $0 * 10 + Int($1) }
    }

    /// Whether it is a whole multiple of `divisor`, which is more than zero and has at most 18 digits.
    func isMultiple(of divisor: DecimalText) -> Bool {
        guard !isZero else { return true }
        // Neither ends in a zero, so a multiple can't have more decimals than the divisor.
        guard exponent >= divisor.exponent else { return false }
        let modulus = divisor.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        var rest = UInt64(0)
        for digit in digits {
            rest = (Self.product(rest, 10, modulo: modulus) + UInt64(digit) % modulus) % modulus
        }
        var power = 10 % modulus, left = exponent - divisor.exponent
        while left > 0, rest != 0 {
            if left & 1 == 1 { rest = Self.product(rest, power, modulo: modulus) }
            power = Self.product(power, power, modulo: modulus)
            left >>= 1
        }
        return rest == 0
    }

    private static func product(_ a: UInt64, _ b: UInt64, modulo modulus: UInt64) -> UInt64 {
        modulus.dividingFullWidth((a % modulus).multipliedFullWidth(by: b % modulus)).remainder
    }
}

extension DecimalText: Comparable {
    static func < (a: DecimalText, b: DecimalText) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        return a.isNegative ? b.isSmaller(than: a) : a.isSmaller(than: b)
    }

    /// Compares without signs.
    private func isSmaller(than other: DecimalText) -> Bool {
        if isZero || other.isZero { return isZero && !other.isZero }
        let magnitude = digits.count + exponent, otherMagnitude = other.digits.count + other.exponent
        if magnitude != otherMagnitude { return magnitude < otherMagnitude }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}
