/// What amounts of products are counted in.
public enum UnitOfMeasure: String, Sendable, CaseIterable {
    case kilogram, tonne, liter
    case cubicMeter = "cubic meter"
    case squareMeter = "square meter"
    case meter
    case kilowattHour = "kilowatt hour"
    case megawattHour = "megawatt hour"
    case megajoule
    case tonneKilometer = "tonne kilometer"
    case piece, hour
    case megabitSecond = "megabit second"

    /// The unit of the same dimension that others are powers of ten of, and that power; exact by definition.
    public var base: (unit: UnitOfMeasure, powerOfTen: Int) {
        switch self {
        case .tonne: (.kilogram, 3)
        case .megawattHour: (.kilowattHour, 3)
        default: (self, 0)
        }
    }
}
