import EmissionsModel

/// What units are called besides the words of a format. A plain `ton` is not here: it may be short, long or metric.
enum UnitNames {
    /// As written: the letters of units mean other things in the other case.
    static let products: [String: UnitOfMeasure] = names([
        (.kilogram, "kg KG Kg kgs kilogramme kilogrammes kilograms kilo kilos"),
        (.tonne, "t tonnes Tonnes"),
        (.liter, "l L ltr litre litres liters Litre Litres Liters"),
        (.cubicMeter, "m3 m³ M3 m^3 cbm"),
        (.squareMeter, "m2 m² M2 m^2 sqm"),
        (.meter, "m metre metres meters"),
        (.kilowattHour, "kWh KWh KWH kwh Kwh"),
        (.megawattHour, "MWh MWH"),
        (.megajoule, "MJ megajoules"),
        (.tonneKilometer, "tkm t·km t*km t-km t.km"),
        (.piece, "pc pcs pieces Pieces"),
        (.hour, "h hr hrs hours Hours"),
    ]).merging(
        [
            "metric ton": .tonne, "metric tons": .tonne, "metric tonne": .tonne, "metric tonnes": .tonne,
            "cubic metre": .cubicMeter, "cubic metres": .cubicMeter, "cubic meters": .cubicMeter,
            "square metre": .squareMeter, "square metres": .squareMeter, "square meters": .squareMeter,
            "kilowatt hours": .kilowattHour, "kilowatt-hours": .kilowattHour, "megawatt hours": .megawattHour,
            "megawatt-hours": .megawattHour, "tonne kilometre": .tonneKilometer, "tonne kilometres": .tonneKilometer,
            "tonne-kilometre": .tonneKilometer, "tonne-kilometres": .tonneKilometer,
            "tonne kilometer": .tonneKilometer, "tonne kilometers": .tonneKilometer,
            "tonne-kilometer": .tonneKilometer,
        ]) { first, _ in first }

    static let emissions: [String: EmissionsUnit] = [
        "kg CO2e": .kilogramsCO2e, "kgCO2eq": .kilogramsCO2e, "kg CO2eq": .kilogramsCO2e, "kg CO2-eq": .kilogramsCO2e,
        "kg CO2 eq": .kilogramsCO2e, "kgCO2-eq": .kilogramsCO2e, "kgCO₂e": .kilogramsCO2e, "kg CO₂e": .kilogramsCO2e,
        "t CO2e": .tonnesCO2e, "tCO2eq": .tonnesCO2e, "t CO2eq": .tonnesCO2e, "t CO2-eq": .tonnesCO2e,
        "t CO2 eq": .tonnesCO2e, "tCO2-eq": .tonnesCO2e, "tCO₂e": .tonnesCO2e, "t CO₂e": .tonnesCO2e,
    ]

    private static func names(_ list: [(UnitOfMeasure, String)]) -> [String: UnitOfMeasure] {
        var names: [String: UnitOfMeasure] = [:]
        for (unit, words) in list { for word in words.split(separator: " ") { names[String(word)] = unit } }
        return names
    }
}

extension UnitNames {
    /// The unit that a text names, where values are units.
    static func unit<Value>(_ text: String, _ type: Value.Type) -> Value? {
        let name = text.withoutOddSpaces
        if type == UnitOfMeasure.self { return products[name] as? Value }
        if type == EmissionsUnit.self { return emissions[name] as? Value }
        return nil
    }
}
