/// By how much a number changed, relative to what it was. Computed exactly; only the digits shown are rounded.
public struct RelativeChange: Hashable, Sendable {
    public enum Amount: Hashable, Sendable {
        /// In percent, to ``RelativeChange/digits`` significant digits: `coefficient` × 10 to the power of `exponent`.
        /// Exact where nothing was rounded.
        case percent(coefficient: Int, exponent: Int, isExact: Bool)
        /// It was zero, so that there is nothing to relate to.
        case fromZero
        /// More than 10¹⁰⁰ times as much.
        case beyond
    }

    /// How many significant digits of the percentage are told; rounded half away from zero.
    public static let digits = 3

    public var isIncrease: Bool
    public var amount: Amount

    /// Whether this change is greater than another, in either direction.
    public func exceeds(_ other: RelativeChange) -> Bool { rank > other.rank }

    /// For zero there is no percentage, so that what came from it is never the greatest.
    private var rank: (Int, Int) {
        switch amount {
        case .fromZero: (.min, 0)
        case .percent(let coefficient, let exponent, _): (exponent, coefficient)
        case .beyond: (.max, 0)
        }
    }
}

extension RelativeChange: CustomStringConvertible {
    /// `+4.2 %`, `-33.3 %`, `from zero`.
    public var description: String {
        switch amount {
        case .fromZero: "from zero"
        case .beyond: "\(sign) more than 1e102 %"
        case .percent: "\(percent ?? "") %"
        }
    }

    private var sign: String { isIncrease ? "+" : "-" }

    /// `+4.2`, without zeros at the end where it is exact, and with a power of ten where it would be long otherwise.
    public var percent: String? {
        guard case .percent(let coefficient, let exponent, let isExact) = amount else { return nil }
        var digits = String(coefficient), power = exponent
        let head = power + digits.utf8.count - 1
        guard (-5...6).contains(head) else {
            let rest = digits.dropFirst()
            return "\(sign)\(digits.prefix(1)).\(rest)e\(head)"
        }
        if power >= 0 { return sign + digits + String(repeating: "0", count: power) }
        while isExact, power < 0, digits.last == "0" { (digits, power) = (String(digits.dropLast()), power + 1) }
        if power == 0 { return sign + digits }
        let padded = String(repeating: "0", count: max(0, 1 - power - digits.utf8.count)) + digits
        return "\(sign)\(padded.dropLast(-power)).\(padded.suffix(-power))"
    }
}
