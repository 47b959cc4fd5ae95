import EmissionsModel

extension Measure {
    var amount: ExactDecimal? { netMass ?? supplementaryUnits }

    /// In the base unit of its kind, kilograms or kilowatt hours; `nil` where the unit is missing or of another kind.
    var figure: RoundedFigure? {
        guard let amount, let base = unit?.base, base.unit == .kilogram || base.unit == .kilowattHour else {
            return nil
        }
        return RoundedFigure(amount).shifted(by: base.powerOfTen)
    }
}
