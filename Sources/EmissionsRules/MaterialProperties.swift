import EmissionsModel

/// The properties of products by which amounts convert, by the names that data sets of declarations have for them.
enum ConversionProperty: String, CaseIterable {
    case grossDensity = "gross density"
    case bulkDensity = "bulk density"
    case grammage
    case layerThickness = "layer thickness"
    case linearDensity = "linear density"
    case pieceWeight = "weight per piece"
    case productiveness
    case massFactor = "conversion factor to 1 kg"

    init?(_ property: MaterialProperty) {
        guard let name = property.name else { return nil }
        guard let known = Self(rawValue: name) ?? Self(rawValue: name.lowercased()) else { return nil }
        self = known
    }

    /// The unit, in the ways that it is written; none where it is left open.
    var units: [String] {
        switch self {
        case .grossDensity, .bulkDensity: ["kg/m3", "kg/m^3", "kg/m³"]
        case .grammage: ["kg/m2", "kg/m^2", "kg/m²"]
        case .layerThickness: ["m"]
        case .linearDensity: ["kg/m"]
        case .pieceWeight: ["kg"]
        case .productiveness: ["m2", "m^2", "m²"]
        case .massFactor: []
        }
    }
}

extension Declaration {
    /// The value of a property in its own unit.
    func value(of property: ConversionProperty) -> ExactDecimal? {
        for candidate in materialProperties {
            guard let value = candidate.value, value.isPositive, ConversionProperty(candidate) == property else {
                continue
            }
            let isInUnit = candidate.unit.map { property.units.isEmpty || property.units.contains($0) } ?? true
            return isInUnit ? value : nil
        }
        return nil
    }

    /// What one `unit` of the product weighs by the properties, in kilograms, and which they are; `nil` where they do
    /// not tell.
    func mass(of unit: UnitOfMeasure) -> (kilograms: RoundedFigure, by: [ConversionProperty])? {
        switch unit {
        case .cubicMeter: single(.grossDensity)
        case .squareMeter: single(.grammage) ?? product(.grossDensity, .layerThickness)
        case .meter: single(.linearDensity)
        case .piece: single(.pieceWeight)
        default: nil
        }
    }

    private func single(_ property: ConversionProperty) -> (kilograms: RoundedFigure, by: [ConversionProperty])? {
        value(of: property).map { (RoundedFigure($0), [property]) }
    }

    private func product(
        _ one: ConversionProperty, _ other: ConversionProperty
    ) -> (kilograms: RoundedFigure, by: [ConversionProperty])? {
        guard let a = value(of: one), let b = value(of: other) else { return nil }
        return (RoundedFigure(a) * RoundedFigure(b), [one, other])
    }
}
