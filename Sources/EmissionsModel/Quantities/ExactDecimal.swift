/// A decimal number that remembers the digits it was written with: `1.50` stays `1.50`, and `+1e3` stays `+1e3`.
///
/// Two numbers are equal (`==`) when they are written alike, so that a lost zero counts as a change; ``equals(_:)``
/// and the orderings compare what they are worth. Up to 38 digits are kept; arithmetic that would need more gives
/// `nil`, never a rounded result.
public struct ExactDecimal: Hashable, Sendable {
    /// The digits without their decimal point.
    public let coefficient: Int128
    /// How many digits of the coefficient follow the decimal point; negative for digits that were left out (`12e3`).
    public let scale: Int32
    /// The text as written, where it isn't what ``plain`` gives.
    public let written: String?

    @usableFromInline init(unchecked coefficient: Int128, scale: Int32, written: String? = nil) {
        (self.coefficient, self.scale, self.written) = (coefficient, scale, written)
    }

    /// - Returns: `nil` where the coefficient has more than 38 digits or the scale is out of range.
    public init?(coefficient: Int128, scale: Int) {
        guard coefficient.magnitude < Self.bound, abs(scale) <= Self.scaleBound else { return nil }
        self.init(unchecked: coefficient, scale: Int32(scale))
    }

    public init(_ value: Int) { self.init(unchecked: Int128(value), scale: 0) }

    /// 10³⁸: a coefficient stays below it.
    static let bound: UInt128 = power(of: 38)
    static let scaleBound = 10_000

    static func power(of exponent: Int) -> UInt128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    static let powers: [UInt128] = (0...38).map { power(of: $0) }
}

// MARK: Reading

extension ExactDecimal {
    public enum Reading: Sendable {
        case number(ExactDecimal)
        /// Not a decimal number.
        case malformed
        /// A decimal number, with more digits or a larger exponent than can be kept exactly.
        case tooLong
    }

    /// Reads decimal notation: sign, digits with at most one point, and a power of ten, such as `-12.50` or `1.2E+3`.
    public init?(_ text: some StringProtocol) {
        var text = String(text)
        let reading = text.withUTF8 { Self.read($0) }
        guard case .number(let number) = reading else { return nil }
        self = number
    }

    public static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Reading {
        var index = 0, isNegative = false, isPlain = true
        let count = bytes.count
        if index < count, bytes[index] == 0x2D || bytes[index] == 0x2B {
            isNegative = bytes[index] == 0x2D
            if !isNegative { isPlain = false }
            index += 1
        }
        let firstDigit = index
        var small: UInt64 = 0, digits = 0, significant = 0, scale = 0, point = -1
        var large: UInt128 = 0
        while index < count {
            let byte = bytes[index]
            if byte &- 0x30 <= 9 {
                digits += 1
                if point >= 0 { scale += 1 }
                if significant > 0 || byte != 0x30 {
                    significant += 1
                    if significant <= 18 {
                        small = small &* 10 &+ UInt64(byte &- 0x30)
                    } else {
                        if significant == 19 { large = UInt128(small) }
                        if significant <= 38 { large = large * 10 + UInt128(byte &- 0x30) }
                    }
                }
            } else if byte == 0x2E, point < 0 {
                point = index
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { return .malformed }
        if point == firstDigit || point == index - 1 && point >= 0 { isPlain = false }
        let integerDigits = (point < 0 ? index : point) - firstDigit
        if integerDigits > 1, bytes[firstDigit] == 0x30 { isPlain = false }
        if index < count {
            guard bytes[index] | 0x20 == 0x65, let exponent = readExponent(bytes, from: index + 1) else {
                return .malformed
            }
            isPlain = false
            scale -= exponent
        }
        guard significant <= 38, abs(scale) <= scaleBound else { return .tooLong }
        let magnitude = significant <= 18 ? Int128(small) : Int128(large)
        if isNegative && magnitude == 0 { isPlain = false }
        return .number(
            ExactDecimal(
                unchecked: isNegative ? -magnitude : magnitude, scale: Int32(scale),
                written: isPlain ? nil : String(decoding: bytes, as: UTF8.self)))
    }

    /// A power of ten that is far out of range still reads, as a number that is.
    private static func readExponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start, isNegative = false, exponent = 0
        if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B {
            isNegative = bytes[index] == 0x2D
            index += 1
        }
        guard index < bytes.count else { return nil }
        while index < bytes.count {
            guard bytes[index] &- 0x30 <= 9 else { return nil }
            exponent = min(exponent * 10 + Int(bytes[index] &- 0x30), scaleBound * 100)
            index += 1
        }
        return isNegative ? -exponent : exponent
    }
}

// MARK: Printing

extension ExactDecimal: CustomStringConvertible {
    /// The number as it was written.
    public var description: String { written ?? plain }

    /// The number in plain notation, without a plus sign or a power of ten.
    public var plain: String {
        if scale >= 0, scale <= 18, coefficient.magnitude <= UInt128(UInt64.max) { return shortPlain }
        var digits = String(coefficient.magnitude)
        if scale > 0 {
            digits = String(repeating: "0", count: max(0, Int(scale) + 1 - digits.utf8.count)) + digits
            digits.insert(".", at: digits.utf8.index(digits.utf8.endIndex, offsetBy: -Int(scale)))
        } else if scale < 0 && coefficient != 0 {
            digits += String(repeating: "0", count: -Int(scale))
        }
        return coefficient < 0 ? "-" + digits : digits
    }

    /// The same for the usual sizes, without texts in between.
    private var shortPlain: String {
        var rest = UInt64(truncatingIfNeeded: coefficient.magnitude), places = 0
        return String(unsafeUninitializedCapacity: 24) { bytes in
            var start = 24
            repeat {
                start -= 1
                bytes[start] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
                places += 1
                if places == scale {
                    start -= 1
                    bytes[start] = UInt8(ascii: ".")
                }
            } while rest > 0 || places <= scale
            if coefficient < 0 {
                start -= 1
                bytes[start] = UInt8(ascii: "-")
            }
            for index in start..<24 { bytes[index - start] = bytes[index] }
            return 24 - start
        }
    }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
}
