extension ExactDecimal {
    public var isNegative: Bool { coefficient < 0 }
    public var isZero: Bool { coefficient == 0 }
    public var isPositive: Bool { coefficient > 0 }

    /// How many digits follow the decimal point, not counting zeros at the end.
    public var decimals: Int { max(0, Int(stripped.scale)) }

    public var magnitude: ExactDecimal { isNegative ? negated : self }
    public var negated: ExactDecimal { ExactDecimal(unchecked: -coefficient, scale: scale) }

    /// The same number without zeros at the end of its digits.
    public var stripped: ExactDecimal {
        guard coefficient != 0 else { return 0 }
        var (digits, scale) = (coefficient, scale)
        while digits % 10 == 0 { (digits, scale) = (digits / 10, scale - 1) }
        return ExactDecimal(unchecked: digits, scale: scale)
    }

    /// Whether two numbers are worth the same, however they are written.
    public func equals(_ other: ExactDecimal) -> Bool {
        if scale == other.scale { return coefficient == other.coefficient }
        let (a, b) = (stripped, other.stripped)
        return a.coefficient == b.coefficient && a.scale == b.scale
    }

    public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
        if a.scale == b.scale { return a.coefficient < b.coefficient }
        if a.coefficient.signum() != b.coefficient.signum() { return a.coefficient < b.coefficient }
        if a.isZero { return false }
        let (x, y) = (a.stripped, b.stripped)
        let (xDigits, yDigits) = (x.coefficient.magnitude.digitCount, y.coefficient.magnitude.digitCount)
        let (xHead, yHead) = (xDigits - Int(x.scale), yDigits - Int(y.scale))
        if xHead != yHead { return (xHead < yHead) != a.isNegative }
        let width = max(xDigits, yDigits)
        let xPadded = x.coefficient.magnitude * powers[width - xDigits]
        let yPadded = y.coefficient.magnitude * powers[width - yDigits]
        return a.isNegative ? yPadded < xPadded : xPadded < yPadded
    }
    public static func > (a: ExactDecimal, b: ExactDecimal) -> Bool { b < a }
    public static func <= (a: ExactDecimal, b: ExactDecimal) -> Bool { !(b < a) }
    public static func >= (a: ExactDecimal, b: ExactDecimal) -> Bool { !(a < b) }

    /// The exact product; `nil` where it needs more than 38 digits.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        if !overflow, let result = ExactDecimal(coefficient: product, scale: Int(scale) + Int(other.scale)) {
            return result
        }
        let (a, b) = (stripped, other.stripped)
        let (shorter, stillTooLong) = a.coefficient.multipliedReportingOverflow(by: b.coefficient)
        return stillTooLong ? nil : ExactDecimal(coefficient: shorter, scale: Int(a.scale) + Int(b.scale))
    }

    /// The exact sum; `nil` where it needs more than 38 digits.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let scale = max(scale, other.scale)
        guard let a = coefficient(atScale: scale), let b = other.coefficient(atScale: scale) else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : ExactDecimal(coefficient: sum, scale: Int(scale))
    }

    /// The exact difference; `nil` where it needs more than 38 digits.
    public func subtracting(_ other: ExactDecimal) -> ExactDecimal? { adding(other.negated) }

    /// The quotient where it has an end (`18 / 12`, not `1 / 3`) and fits 38 digits, else `nil`.
    public func dividedExactly(by divisor: ExactDecimal) -> ExactDecimal? {
        guard !divisor.isZero else { return nil }
        let common = Self.greatestCommonDivisor(coefficient.magnitude, divisor.coefficient.magnitude)
        var numerator = coefficient.magnitude / common, rest = divisor.coefficient.magnitude / common
        var twos = 0, fives = 0
        while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
        while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
        guard rest == 1 else { return nil }
        let shift = max(twos, fives)
        for factor in [UInt128](repeating: 2, count: shift - twos) + [UInt128](repeating: 5, count: shift - fives) {
            let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
            guard !overflow, product < Self.bound else { return nil }
            numerator = product
        }
        let isNegative = (coefficient < 0) != (divisor.coefficient < 0)
        let scale = Int(scale) - Int(divisor.scale) + shift
        guard numerator < Self.bound else { return nil }
        let quotient = ExactDecimal(coefficient: isNegative ? -Int128(numerator) : Int128(numerator), scale: scale)
        return quotient?.withoutNegativeScale
    }

    /// The number times a power of ten: exact, and plain to write.
    public func shifted(by powerOfTen: Int) -> ExactDecimal? {
        ExactDecimal(coefficient: coefficient, scale: Int(scale) - powerOfTen)?.withoutNegativeScale
    }

    /// The same number in plain notation.
    public var withoutNegativeScale: ExactDecimal? {
        guard scale < 0 else { return self }
        return coefficient(atScale: 0).flatMap { ExactDecimal(coefficient: $0, scale: 0) }
    }

    private func coefficient(atScale target: Int32) -> Int128? {
        let shift = Int(target) - Int(scale)
        if coefficient == 0 { return 0 }
        guard shift <= 38 else { return nil }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int128(Self.powers[shift]))
        return overflow ? nil : product
    }

    private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return max(a, 1)
    }
}

extension UInt128 {
    fileprivate var digitCount: Int { ExactDecimal.powers.firstIndex { self < $0 } ?? 39 }
}
