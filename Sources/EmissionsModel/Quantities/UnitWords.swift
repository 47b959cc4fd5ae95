/// What units are called in spreadsheets: symbols, codes of UN/ECE Recommendation 20, and words of PACT, Catena-X, and of
/// English, German and French.
public enum UnitWord: Hashable, Sendable {
    case unit(UnitDefinition)
    /// One word for several units, none of which is taken: `ton`, `gal`.
    case ambiguous([String])

    /// - Returns: `nil` for a word that is not known.
    public init?(_ text: String) {
        let word = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let unit = UnitTable.all.first(where: { $0.symbol == word || $0.code == word }) {
            self = .unit(unit)
        } else if let symbol = Self.written[word] ?? Self.spelled[word.lowercased()],
            let unit = UnitTable.all.first(where: { $0.symbol == symbol })
        {
            self = .unit(unit)
        } else if let symbols = Self.ambiguous[word.lowercased()] {
            self = .ambiguous(symbols)
        } else {
            return nil
        }
    }

    /// Where letters mean other things in the other case.
    private static let written: [String: String] = [
        "KG": "kg", "Kg": "kg", "T": "t", "To": "t", "to": "t", "TO": "t", "Mg": "t", "LB": "lb", "LBS": "lb",
        "MT": "t", "L": "l", "Ltr": "l", "m³": "m3", "m²": "m2", "m^3": "m3", "m^2": "m2", "M2": "m2", "M3": "m3",
        "M": "m",
        "KWh": "kWh", "kwh": "kWh", "Mwh": "MWh", "BTU": "Btu", "BTU(IT)": "Btu", "MMBTU": "MMBtu",
        "t*km": "tkm", "t·km": "tkm", "t.km": "tkm", "t-km": "tkm", "St": "piece", "Stk": "piece",
        "EA": "piece", "C62": "piece", "PCE": "piece", "PC": "piece", "STK": "piece", "CBM": "m3", "cbm": "m3",
        "ft²": "ft2", "ft³": "ft3", "sqft": "ft2", "cuft": "ft3", "tn.sh": "st", "tn.l": "lt", "t*mi": "t·mi",
    ]

    /// In small letters.
    private static let spelled: [String: String] = [
        "kilogram": "kg", "kilograms": "kg", "kilogramme": "kg", "kilogrammes": "kg", "kilogramm": "kg", "kgs": "kg",
        "tonne": "t", "tonnes": "t", "tonnen": "t", "metric ton": "t", "metric tons": "t", "metric tonne": "t",
        "metric tonnes": "t", "gram": "g", "grams": "g", "gramm": "g", "grammes": "g",
        "pound": "lb", "pounds": "lb", "lbs": "lb", "ounce": "oz", "ounces": "oz",
        "short ton": "st", "short tons": "st", "us ton": "st", "us tons": "st", "ston": "st",
        "long ton": "lt", "long tons": "lt", "lton": "lt", "imperial ton": "lt",
        "liter": "l", "liters": "l", "litre": "l", "litres": "l", "ltr": "l",
        "cubic meter": "m3", "cubic metre": "m3", "cubic meters": "m3", "cubic metres": "m3", "kubikmeter": "m3",
        "mètre cube": "m3", "square meter": "m2", "square metre": "m2", "square meters": "m2", "square metres": "m2",
        "quadratmeter": "m2", "mètre carré": "m2", "qm": "m2", "sqm": "m2",
        "meter": "m", "metre": "m", "meters": "m", "metres": "m", "mètre": "m", "kilometer": "km", "kilometre": "km",
        "kilowatt hour": "kWh", "kilowatt hours": "kWh", "kilowatt-hour": "kWh", "kilowattstunde": "kWh",
        "kilowattstunden": "kWh", "kilowattheure": "kWh", "megawatt hour": "MWh", "megawatt hours": "MWh",
        "megawattstunde": "MWh", "megajoule": "MJ", "megajoules": "MJ", "gigajoule": "GJ", "gigajoules": "GJ",
        "terajoule": "TJ", "kilojoule": "kJ", "british thermal unit": "Btu", "million btu": "MMBtu",
        "ton kilometer": "tkm", "tonne kilometer": "tkm", "tonne kilometre": "tkm", "tonne-kilometre": "tkm",
        "tonnenkilometer": "tkm", "piece": "piece", "pieces": "piece", "pcs": "piece", "pc": "piece",
        "stück": "piece", "stk.": "piece", "pièce": "piece", "pièces": "piece", "item": "piece", "items": "piece",
        "unit": "piece", "each": "piece", "hour": "h", "hours": "h", "stunde": "h", "stunden": "h", "heure": "h",
        "megabit second": "Mbit s", "us gallon": "gal (US)", "us gallons": "gal (US)", "us gal": "gal (US)",
        "imperial gallon": "gal (UK)", "imperial gallons": "gal (UK)", "cubic foot": "ft3", "cubic feet": "ft3",
        "square foot": "ft2", "square feet": "ft2", "sq ft": "ft2", "foot": "ft", "feet": "ft", "mile": "mi",
        "miles": "mi", "barrel": "bbl", "barrels": "bbl", "acre": "ac", "acres": "ac", "hectare": "ha",
        "hectares": "ha", "hektar": "ha",
    ]

    private static let ambiguous: [String: [String]] = [
        "ton": ["t", "st", "lt"], "tons": ["t", "st", "lt"], "tn": ["t", "st", "lt"],
        "st": ["piece", "st"],
        "gal": ["gal (US)", "gal (UK)"], "gallon": ["gal (US)", "gal (UK)"], "gallons": ["gal (US)", "gal (UK)"],
        "therm": ["therm (EC)", "therm (US)"], "therms": ["therm (EC)", "therm (US)"],
        "kcal": ["kcal (th)", "kcal (IT)"], "ton mile": ["t·mi", "st·mi"], "ton-mile": ["t·mi", "st·mi"],
        "ton-miles": ["t·mi", "st·mi"],
    ]
}
