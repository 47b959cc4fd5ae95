/// A whole number of any size, not below zero: products of decimals do not fit 128 bits.
struct WideNumber: Comparable {
    /// In base 10⁹, the lowest first, without zeros at the end.
    private var limbs: [UInt32] = []
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt128) {
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(rest % UInt128(Self.base)))
            rest /= UInt128(Self.base)
        }
    }

    var isZero: Bool { limbs.isEmpty }

    /// How many decimal digits it has; none for zero.
    var digitCount: Int { limbs.last.map { (limbs.count - 1) * 9 + String($0).utf8.count } ?? 0 }

    static func < (a: WideNumber, b: WideNumber) -> Bool {
        if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
        return a.limbs.reversed().lexicographicallyPrecedes(b.limbs.reversed())
    }

    static func * (a: WideNumber, b: WideNumber) -> WideNumber {
        var product = WideNumber(0)
        product.limbs = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
        for (i, x) in a.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, y) in b.limbs.enumerated() {
                let sum = UInt64(product.limbs[i + j]) + UInt64(x) * UInt64(y) + carry
                product.limbs[i + j] = UInt32(sum % base)
                carry = sum / base
            }
            product.limbs[i + b.limbs.count] = UInt32(carry)
        }
        product.trim()
        return product
    }

    static func + (a: WideNumber, b: WideNumber) -> WideNumber {
        var sum = WideNumber(0)
        var carry: UInt64 = 0
        for index in 0..<max(a.limbs.count, b.limbs.count) + 1 {
            carry += UInt64(a.limb(index)) + UInt64(b.limb(index))
            sum.limbs.append(UInt32(carry % base))
            carry /= base
        }
        sum.trim()
        return sum
    }

    /// How far apart two numbers are.
    static func distance(_ a: WideNumber, _ b: WideNumber) -> WideNumber {
        let (larger, smaller) = a < b ? (b, a) : (a, b)
        var result = WideNumber(0)
        var borrow: Int64 = 0
        for index in larger.limbs.indices {
            var digit = Int64(larger.limbs[index]) - Int64(smaller.limb(index)) - borrow
            borrow = digit < 0 ? 1 : 0
            if digit < 0 { digit += Int64(base) }
            result.limbs.append(UInt32(digit))
        }
        result.trim()
        return result
    }

    /// Times a power of ten, which must not be negative.
    func shifted(by power: Int) -> WideNumber {
        guard !isZero, power > 0 else { return self }
        var tail: UInt128 = 1
        for _ in 0..<power % 9 { tail *= 10 }
        var result = self * WideNumber(tail)
        result.limbs.insert(contentsOf: [UInt32](repeating: 0, count: power / 9), at: 0)
        return result
    }

    /// The whole quotient, which must be small, and whether something is left, and at least half.
    func dividedSlowly(by divisor: WideNumber) -> (quotient: Int, rest: WideNumber) {
        var quotient = 0, rest = self
        for power in [3, 2, 1, 0] {
            let step = divisor.shifted(by: power)
            let weight = [1, 10, 100, 1000][power]
            while !(rest < step) { (rest, quotient) = (WideNumber.distance(rest, step), quotient + weight) }
        }
        return (quotient, rest)
    }

    private func limb(_ index: Int) -> UInt32 { index < limbs.count ? limbs[index] : 0 }
    private mutating func trim() { while limbs.last == 0 { limbs.removeLast() } }
}
