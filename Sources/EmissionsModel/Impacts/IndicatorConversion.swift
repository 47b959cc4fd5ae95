extension IndicatorUnit {
    /// How many of `other` make one of it, where that is a matter of definition: masses of the same substance, and
    /// phosphate for phosphorus, for which EPDs use 3.066 (openEPD counts phosphate where EN 15804+A2 counts phosphorus).
    fileprivate func factor(to other: IndicatorUnit) -> (multiply: ExactDecimal, divide: ExactDecimal)? {
        switch (self, other) {
        case (.kilogramsPhosphorus, .kilogramsPhosphate): (Self.phosphatePerPhosphorus, 1)
        case (.kilogramsPhosphate, .kilogramsPhosphorus): (1, Self.phosphatePerPhosphorus)
        case (.tonnesCO2e, .kilogramsCO2e): (1000, 1)
        case (.kilogramsCO2e, .tonnesCO2e): (1, 1000)
        default: self == other ? (1, 1) : nil
        }
    }

    private static let phosphatePerPhosphorus = ExactDecimal(coefficient: 3066, scale: 3) ?? 0
}

extension IndicatorResult {
    /// The same result counted in another unit.
    ///
    /// - Returns: `nil` where one unit is not a matter of the other, or an amount has no exact value in it.
    public func converted(to unit: IndicatorUnit) -> IndicatorResult? {
        guard let factor = self.unit?.factor(to: unit) else { return nil }
        if self.unit == unit { return self }
        var converted = self
        converted.unit = unit
        for index in amounts.indices {
            guard let amount = amounts[index].amount else { continue }
            guard let exact = amount.multiplied(by: factor.multiply)?.dividedExactly(by: factor.divide) else {
                return nil
            }
            converted.amounts[index].amount = exact
        }
        return converted
    }

    /// The arithmetic of ``converted(to:)`` in words, such as `× 3.066`.
    public func conversion(to unit: IndicatorUnit) -> String? {
        guard let factor = self.unit?.factor(to: unit) else { return nil }
        return factor.divide == 1 ? "× \(factor.multiply)" : "÷ \(factor.divide)"
    }
}
