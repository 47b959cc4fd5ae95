/// Units by definition. Sources: NIST SP 811 (2008), appendix B, and the international yard and pound of 1959; the calorie
/// of ISO 31-4; the British thermal unit of the 1956 international steam table; codes of UN/ECE Recommendation 20.
public enum UnitTable {
    public static let all: [UnitDefinition] = mass + energy + volume + lengthAndArea + others

    private static let mass = [
        unit("kg", .mass, "1", code: "KGM", .kilogram),
        unit("t", .mass, "1000", code: "TNE", .tonne),
        unit("g", .mass, "0.001", code: "GRM"),
        unit("mg", .mass, "0.000001", code: "MGM"),
        unit("kt", .mass, "1000000", code: "KTN"),
        unit("lb", .mass, "0.45359237", code: "LBR"),
        unit("oz", .mass, "0.028349523125", code: "ONZ"),
        unit("st", .mass, "907.18474", code: "STN"),
        unit("lt", .mass, "1016.0469088", code: "LTN"),
    ]

    private static let energy = [
        unit("MJ", .energy, "1", code: "3B", .megajoule),
        unit("kWh", .energy, "3.6", code: "KWH", .kilowattHour),
        unit("MWh", .energy, "3600", code: "MWH", .megawattHour),
        unit("GWh", .energy, "3600000", code: "GWH"),
        unit("kJ", .energy, "0.001", code: "KJO"),
        unit("GJ", .energy, "1000", code: "GV"),
        unit("TJ", .energy, "1000000", code: "D30"),
        unit("Btu", .energy, "0.00105505585262", code: "BTU"),
        unit("MMBtu", .energy, "1055.05585262", code: "BZ"),
        unit("therm (EC)", .energy, "105.505585262", code: "N71"),
        unit("therm (US)", .energy, "105.4804", code: "N72"),
        unit("kcal (th)", .energy, "0.004184"),
        unit("kcal (IT)", .energy, "0.0041868"),
        unit("toe", .energy, "41868"),
        unit("tce", .energy, "29307.6"),
    ]

    private static let volume = [
        unit("l", .volume, "0.001", code: "LTR", .liter),
        unit("m3", .volume, "1", code: "MTQ", .cubicMeter),
        unit("ml", .volume, "0.000001", code: "MLT"),
        unit("gal (US)", .volume, "0.003785411784", code: "GLL"),
        unit("gal (UK)", .volume, "0.00454609", code: "GLI"),
        unit("ft3", .volume, "0.028316846592", code: "FTQ"),
        unit("yd3", .volume, "0.764554857984", code: "YDQ"),
        unit("bbl", .volume, "0.158987294928", code: "BLL"),
    ]

    private static let lengthAndArea = [
        unit("m", .length, "1", code: "MTR", .meter),
        unit("mm", .length, "0.001", code: "MMT"),
        unit("cm", .length, "0.01", code: "CMT"),
        unit("km", .length, "1000", code: "KMT"),
        unit("in", .length, "0.0254", code: "INH"),
        unit("ft", .length, "0.3048", code: "FOT"),
        unit("yd", .length, "0.9144", code: "YRD"),
        unit("mi", .length, "1609.344", code: "SMI"),
        unit("nmi", .length, "1852", code: "NMI"),
        unit("m2", .area, "1", code: "MTK", .squareMeter),
        unit("ha", .area, "10000", code: "HAR"),
        unit("km2", .area, "1000000", code: "KMK"),
        unit("ft2", .area, "0.09290304", code: "FTK"),
        unit("ac", .area, "4046.8564224", code: "ACR"),
        unit("ac (US survey)", .area, "62726400000", per: "15499969"),
    ]

    private static let others = [
        unit("tkm", .transport, "1", code: "TKM", .tonneKilometer),
        unit("kgkm", .transport, "0.001"),
        unit("t·mi", .transport, "1.609344"),
        unit("st·mi", .transport, "1.45997231821056"),
        unit("h", .time, "1", code: "HUR", .hour),
        unit("min", .time, "1", per: "60", code: "MIN"),
        unit("s", .time, "1", per: "3600", code: "SEC"),
        unit("d", .time, "24", code: "DAY"),
        unit("piece", .count, "1", code: "H87", .piece),
        unit("Mbit s", .data, "1", nil, .megabitSecond),
    ]

    private static func unit(
        _ symbol: String, _ dimension: UnitDimension, _ multiply: String, per divide: String = "1",
        code: String? = nil, _ unit: UnitOfMeasure? = nil
    ) -> UnitDefinition {
        UnitDefinition(
            symbol: symbol, dimension: dimension, multiply: ExactDecimal(multiply) ?? 1,
            divide: ExactDecimal(divide) ?? 1, code: code, unit: unit)
    }

    private static func unit(
        _ symbol: String, _ dimension: UnitDimension, _ multiply: String, _ code: String?, _ unit: UnitOfMeasure
    ) -> UnitDefinition {
        self.unit(symbol, dimension, multiply, code: code, unit)
    }
}
