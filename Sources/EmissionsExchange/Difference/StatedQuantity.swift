import EmissionsModel

/// A number with what it is counted in and what it is for, to be compared by what it is worth.
struct StatedQuantity {
    /// What figures of a footprint are stated for: `12 liter`, `1 liter`.
    struct Denominator: Equatable {
        var amount: ExactDecimal
        var unit: UnitOfMeasure
        var words: String { "\(amount == 1 ? "" : "\(amount) ")\(unit.rawValue)" }
    }

    var amount: ExactDecimal
    /// As it is called in the file.
    var unit: String?
    /// Quantities of one dimension can be compared.
    var dimension: String = ""
    /// 10 to this power of the dimension's own unit make one.
    var powerOfTen = 0
    var denominator: Denominator?

    var unitWords: String? {
        let words = [unit, denominator.map { "per \($0.words)" }].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// How it compares: `nil` change where the two are worth the same, no result where they can't be compared.
    enum Outcome { case same, different(RelativeChange), incomparable }

    static func compare(_ a: StatedQuantity, _ b: StatedQuantity) -> Outcome {
        guard a.dimension == b.dimension else { return .incomparable }
        guard let perA = a.denominator, let perB = b.denominator else {
            if a.denominator != b.denominator { return .incomparable }
            return compare(a.amount, a.powerOfTen, 1, 0, b.amount, b.powerOfTen, 1, 0)
        }
        guard perA.unit.base.unit == perB.unit.base.unit else { return .incomparable }
        return compare(
            a.amount, a.powerOfTen, perA.amount, perA.unit.base.powerOfTen, b.amount, b.powerOfTen, perB.amount,
            perB.unit.base.powerOfTen)
    }

    /// Compares `a / p` with `b / q` by `a q` and `b p`, so that nothing is divided.
    private static func compare(
        _ a: ExactDecimal, _ aPower: Int, _ p: ExactDecimal, _ pPower: Int, _ b: ExactDecimal, _ bPower: Int,
        _ q: ExactDecimal, _ qPower: Int
    ) -> Outcome {
        var before = WideNumber(a.coefficient.magnitude) * WideNumber(q.coefficient.magnitude)
        var after = WideNumber(b.coefficient.magnitude) * WideNumber(p.coefficient.magnitude)
        let isBelow = (a.isNegative != p.isNegative, b.isNegative != q.isNegative)
        if before.isZero && after.isZero { return .same }
        if before.isZero { return .different(RelativeChange(isIncrease: !isBelow.1, amount: .fromZero)) }
        let beforePower = aPower - Int(a.scale) + qPower - Int(q.scale)
        let afterPower = bPower - Int(b.scale) + pPower - Int(p.scale)
        let gap = afterPower - beforePower
        if !after.isZero, gap > 300 { return .different(RelativeChange(isIncrease: !isBelow.1, amount: .beyond)) }
        if after.isZero || gap < -300 {
            return .different(
                RelativeChange(
                    isIncrease: isBelow.0,
                    amount: .percent(coefficient: 100, exponent: 0, isExact: after.isZero)))
        }
        before = before.shifted(by: max(0, -gap))
        after = after.shifted(by: max(0, gap))
        if isBelow.0 == isBelow.1, before == after { return .same }
        let distance = isBelow.0 == isBelow.1 ? WideNumber.distance(before, after) : before + after
        let isIncrease = isBelow.0 == isBelow.1 ? (before < after) != isBelow.0 : isBelow.0
        let amount = percentage(distance, of: before)
        return .different(RelativeChange(isIncrease: isIncrease, amount: amount))
    }

    private static func percentage(_ part: WideNumber, of whole: WideNumber) -> RelativeChange.Amount {
        let hundredfold = part.shifted(by: 2)
        var head = hundredfold.digitCount - whole.digitCount
        if hundredfold.shifted(by: max(0, -head)) < whole.shifted(by: max(0, head)) { head -= 1 }
        if head > 102 { return .beyond }
        let exponent = head - (RelativeChange.digits - 1)
        let divisor = whole.shifted(by: max(0, exponent))
        var (coefficient, rest) = hundredfold.shifted(by: max(0, -exponent)).dividedSlowly(by: divisor)
        let isExact = rest.isZero
        if !(rest + rest < divisor) { coefficient += 1 }
        let isCarried = coefficient == 1000
        return .percent(
            coefficient: isCarried ? 100 : coefficient, exponent: isCarried ? exponent + 1 : exponent, isExact: isExact)
    }
}
