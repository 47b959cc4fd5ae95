import EmissionsModel

/// The units that openEPD counts in, and spellings of them that leave no doubt.
enum OpenEPDUnits {
    private static let products: [(unit: UnitOfMeasure, text: String)] = [
        (.kilogram, "kg"), (.tonne, "t"), (.liter, "l"), (.cubicMeter, "m3"), (.squareMeter, "m2"), (.meter, "m"),
        (.kilowattHour, "kWh"), (.megawattHour, "MWh"), (.megajoule, "MJ"), (.tonneKilometer, "t * km"),
        (.piece, "item"), (.hour, "hour"),
    ]

    static func product(_ text: String) -> UnitOfMeasure? {
        products.first { $0.text == text }?.unit ?? UnitNames.products[text]
    }

    static func text(_ unit: UnitOfMeasure) -> String? { products.first { $0.unit == unit }?.text }

    private static let indicators: [(unit: IndicatorUnit, text: String)] = [
        (.kilogramsCO2e, "kgCO2e"), (.kilogramsCFC11e, "kgCFC11e"), (.kilogramsSO2e, "kgSO2e"),
        (.molesHydrogenIons, "molHe"), (.kilogramsPhosphate, "kgPO4e"), (.kilogramsNitrogen, "kgNe"),
        (.molesNitrogen, "molNe"), (.kilogramsNMVOC, "kgNMVOCe"), (.kilogramsOzone, "kgO3e"),
        (.kilogramsAntimony, "kgSbe"), (.cubicMetersWorld, "m3AWARE"), (.diseaseIncidence, "AnnualPerCapita"),
        (.kilobecquerelsU235, "kBqU235e"), (.toxicUnitsEcosystems, "CTUe"), (.toxicUnitsHumans, "CTUh"),
        (.dimensionless, "Point"), (.megajoules, "MJ"), (.kilograms, "kg"), (.cubicMeters, "m3"),
    ]

    static func text(_ unit: IndicatorUnit) -> String? { texts[unit.position] }

    /// By the position of the unit.
    private static let texts = IndicatorUnit.allCases.map { unit in indicators.first { $0.unit == unit }?.text }
    private static let units = Dictionary(uniqueKeysWithValues: indicators.map { ($0.text, $0.unit) })

    static func indicator(_ text: String) -> IndicatorUnit? {
        if let unit = units[text] { return unit }
        let plain = plain(text)
        return IndicatorUnit.allCases.first {
            self.plain($0.rawValue) == plain || self.text($0).map(Self.plain) == plain
        }
    }

    /// `kg CO2 eq.`, `kg CO₂-eq` and `kgCO2e` alike; the case of letters stays, since it tells units apart.
    private static func plain(_ text: String) -> String {
        var letters = ""
        for scalar in text.unicodeScalars where !" .-+".unicodeScalars.contains(scalar) {
            if (0x2080...0x2089).contains(scalar.value), let digit = Unicode.Scalar(scalar.value - 0x2080 + 0x30) {
                letters.unicodeScalars.append(digit)
            } else {
                letters.unicodeScalars.append(scalar)
            }
        }
        return letters.hasSuffix("eq") ? String(letters.dropLast()) : letters
    }
}
