/// An amount of greenhouse gases, as CO₂ equivalent.
public struct Emissions: Hashable, Sendable {
    public var amount: ExactDecimal
    public var unit: EmissionsUnit
    public init(_ amount: ExactDecimal, _ unit: EmissionsUnit) { (self.amount, self.unit) = (amount, unit) }
}

/// The mass in which CO₂ equivalents are stated.
public enum EmissionsUnit: String, Sendable, CaseIterable {
    case kilogramsCO2e = "kgCO2e"
    case tonnesCO2e = "tCO2e"

    /// 10 to this power kilograms make one.
    public var powerOfTen: Int { self == .kilogramsCO2e ? 0 : 3 }
}

extension Emissions {
    /// The same emissions in another unit, exactly; `nil` where that needs more than 38 digits.
    public func converted(to unit: EmissionsUnit) -> Emissions? {
        if unit == self.unit { return self }
        return amount.shifted(by: self.unit.powerOfTen - unit.powerOfTen).map { Emissions($0, unit) }
    }

    /// Whether two amounts are the same emissions, whatever their units.
    public func equals(_ other: Emissions) -> Bool {
        converted(to: other.unit).map { $0.amount.equals(other.amount) } ?? false
    }
}

extension Emissions: CustomStringConvertible {
    public var description: String { "\(amount) \(unit.rawValue)" }
}
