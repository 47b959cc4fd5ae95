/// A unit by its definition: how many of its dimension's reference unit make one, exactly.
public struct UnitDefinition: Hashable, Sendable {
    /// What it is written as, such as `lb`.
    public var symbol: String
    public var dimension: UnitDimension
    /// One of it is `multiply / divide` of the reference unit.
    public var multiply: ExactDecimal
    public var divide: ExactDecimal
    /// Its code in UN/ECE Recommendation 20, such as `LBR`; `nil` where it has none that is known.
    public var code: String?
    /// The same unit in the model, where it is one of those.
    public var unit: UnitOfMeasure?
}

/// What units measure; only those of one dimension can be converted.
public enum UnitDimension: String, Sendable, CaseIterable {
    case mass, energy, volume, length, area
    /// Mass that is moved, times the way.
    case transport
    case time, count, data

    /// What the factors of units lead to.
    public var reference: String {
        switch self {
        case .mass: "kg"
        case .energy: "MJ"
        case .volume: "m3"
        case .length: "m"
        case .area: "m2"
        case .transport: "tkm"
        case .time: "h"
        case .count: "piece"
        case .data: "Mbit s"
        }
    }
}

extension UnitDefinition {
    /// An amount of it as an amount of another unit.
    ///
    /// - Returns: `nil` where they measure different things, or the amount has no exact value in the other unit.
    public func convert(_ amount: ExactDecimal, to other: UnitDefinition) -> ExactDecimal? {
        guard dimension == other.dimension else { return nil }
        if self == other { return amount }
        guard let up = amount.multiplied(by: multiply)?.multiplied(by: other.divide),
            let down = divide.multiplied(by: other.multiply)
        else { return nil }
        return up.dividedExactly(by: down)
    }

    /// How many of another unit make one of it, in words: `1 lb = 0.45359237 kg`; `nil` where that has no end.
    public func equation(with other: UnitDefinition) -> String? {
        convert(1, to: other).map { "1 \(symbol) = \($0) \(other.symbol)" }
    }
}

extension UnitOfMeasure {
    /// Its definition.
    public var definition: UnitDefinition {
        UnitTable.all.first { $0.unit == self }
            ?? UnitDefinition(symbol: rawValue, dimension: .count, multiply: 1, divide: 1, code: nil, unit: self)
    }
}
