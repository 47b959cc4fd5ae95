import EmissionsDiagnostics
import EmissionsModel

/// What the numbers of a record are counted in, where a field beside them or the model itself says so.
enum StatedUnits {
    static func quantity(_ value: any Hashable, _ name: String, of record: any ModelRecord) -> StatedQuantity? {
        if let emissions = value as? Emissions { return StatedQuantity(emissions.amount, emissions.unit) }
        guard let amount = value as? ExactDecimal else { return nil }
        switch record {
        // A count of changes, which is no amount of anything.
        case is FootprintIdentity: return nil
        case let record as DeclaredUnit:
            return name == "mass" ? StatedQuantity(amount, fixed: "kg") : StatedQuantity(amount, record.unit)
        case let record as Measure: return StatedQuantity(amount, record.unit)
        case let record as ProcedureMeasure: return StatedQuantity(amount, record.unit)
        case let record as Precursor: return StatedQuantity(amount, record.unit)
        case let record as ReportedTotals:
            return name == "goodsCount" ? StatedQuantity(amount: amount) : StatedQuantity(amount, record.unit)
        case let record as DirectEmissions:
            return name == "electricityImported"
                ? StatedQuantity(amount, fixed: "MWh") : StatedQuantity(amount, record.unit)
        case let record as IndirectEmissions:
            return name == "electricityConsumed"
                ? StatedQuantity(amount, fixed: "MWh per tonne") : StatedQuantity(amount, record.unit)
        case is ElectricityFactor: return StatedQuantity(amount, fixed: "tCO2 per MWh")
        case let record as MaterialProperty: return StatedQuantity(amount, fixed: record.unit)
        case let record as CarbonPriceDue:
            return StatedQuantity(amount, fixed: name == "amountInEuro" ? "EUR" : record.currency)
        case is CarbonContent: return StatedQuantity(amount, fixed: "kg C")
        case is LandUseFigures: return StatedQuantity(amount, fixed: "m² year")
        case is SystemBoundary: return StatedQuantity(amount, fixed: "%")
        case is DataQuality:
            let isShare = name == "primaryDataShare" || name == "coverage"
            return StatedQuantity(amount, fixed: isShare ? "%" : nil)
        default: return StatedQuantity(amount: amount)
        }
    }

    /// Whether two units differ only in how big they are.
    static func isSameDimension(_ a: any Hashable, _ b: any Hashable) -> Bool {
        if let a = a as? UnitOfMeasure, let b = b as? UnitOfMeasure { return a.base.unit == b.base.unit }
        return a is EmissionsUnit && b is EmissionsUnit
    }
}

extension StatedQuantity {
    fileprivate init(_ amount: ExactDecimal, fixed unit: String?) {
        self.init(amount: amount, unit: unit, dimension: unit ?? "")
    }

    fileprivate init(_ amount: ExactDecimal, _ unit: EmissionsUnit?) {
        self.init(
            amount: amount, unit: unit?.rawValue, dimension: unit == nil ? "" : "CO2e",
            powerOfTen: unit?.powerOfTen ?? 0)
    }

    fileprivate init(_ amount: ExactDecimal, _ unit: UnitOfMeasure?) {
        self.init(
            amount: amount, unit: unit?.rawValue, dimension: unit?.base.unit.rawValue ?? "",
            powerOfTen: unit?.base.powerOfTen ?? 0)
    }
}

extension StatedQuantity.Denominator {
    /// What a footprint's figures are for; `nil` where it does not say so, or says zero.
    init?(_ unit: DeclaredUnit) {
        guard let measure = unit.unit else { return nil }
        switch unit.basis {
        case .oneUnit: self.init(amount: 1, unit: measure)
        case .declaredAmount:
            guard let amount = unit.amount, !amount.isZero else { return nil }
            self.init(amount: amount, unit: measure)
        case nil: return nil
        }
    }
}

extension ProductFootprint {
    /// What is stated per declared unit, by its place in the footprint.
    static let figurePaths: Set<FieldPath> = Set(
        emissionFigures.map { FieldPath($0) } + otherFigures.map { FieldPath($0) })
}
