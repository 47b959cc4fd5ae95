import EmissionsModel

/// A figure as stated, and by how much it may be off for having been rounded or cut at its last digit.
///
/// What follows from stated figures may differ from what is stated for it by as much as their roundings allow, and by
/// no more. Everything is exact; where that takes more than 38 digits, the figure has no value.
struct RoundedFigure: Hashable, Sendable {
    private let value: ExactDecimal?
    private let slack: ExactDecimal?

    private init(value: ExactDecimal?, slack: ExactDecimal?) { (self.value, self.slack) = (value, slack) }

    /// Zero is taken at its word; anything else may be off by one unit of its last digit.
    init(_ stated: ExactDecimal) {
        value = stated
        slack = stated.isZero ? 0 : ExactDecimal(coefficient: 1, scale: Int(stated.scale))
    }

    init(exactly value: ExactDecimal) { self.init(value: value, slack: 0) }

    /// In kilograms.
    init(_ emissions: Emissions) { self = RoundedFigure(emissions.amount).shifted(by: emissions.unit.powerOfTen) }

    /// In kilograms; a filing that names no unit means tonnes.
    init(_ amount: ExactDecimal, _ unit: EmissionsUnit?) {
        self = RoundedFigure(amount).shifted(by: (unit ?? .tonnesCO2e).powerOfTen)
    }

    func shifted(by powerOfTen: Int) -> RoundedFigure {
        RoundedFigure(value: value?.shifted(by: powerOfTen), slack: slack?.shifted(by: powerOfTen))
    }

    static func + (a: RoundedFigure, b: RoundedFigure) -> RoundedFigure {
        RoundedFigure(
            value: combine(a.value, b.value) { $0.adding($1) }, slack: combine(a.slack, b.slack) { $0.adding($1) })
    }

    static func * (a: RoundedFigure, b: RoundedFigure) -> RoundedFigure {
        let first = combine(a.value?.magnitude, b.slack) { $0.multiplied(by: $1) }
        let second = combine(b.value?.magnitude, a.slack) { $0.multiplied(by: $1) }
        return RoundedFigure(
            value: combine(a.value, b.value) { $0.multiplied(by: $1) }, slack: combine(first, second) { $0.adding($1) })
    }

    enum Agreement { case agrees, differs, tooLong }

    func compared(with other: RoundedFigure) -> Agreement {
        guard let difference = Self.combine(value, other.value, { $0.subtracting($1) }),
            let slack = Self.combine(slack, other.slack, { $0.adding($1) })
        else { return .tooLong }
        return difference.magnitude <= slack ? .agrees : .differs
    }

    /// How far it is from `other`, roundings aside.
    func difference(from other: ExactDecimal) -> ExactDecimal? { value?.subtracting(other)?.magnitude }

    /// Whether it is more than the other by more than rounding; `false` where that can't be told.
    func isClearlyAbove(_ other: RoundedFigure) -> Bool {
        guard let value, let otherValue = other.value, otherValue < value else { return false }
        return compared(with: other) == .differs
    }

    /// What it comes to, in words.
    var written: String { value?.stripped.withoutNegativeScale?.description ?? "a number of more than 38 digits" }

    private static func combine(
        _ a: ExactDecimal?, _ b: ExactDecimal?, _ operation: (ExactDecimal, ExactDecimal) -> ExactDecimal?
    ) -> ExactDecimal? {
        guard let a, let b else { return nil }
        return operation(a, b)
    }
}
