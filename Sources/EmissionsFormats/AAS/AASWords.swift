import EmissionsModel

/// The words of ECLASS's value lists, and the identifiers that stand for them. Versions of identifiers (`#003`) do not
/// count: a value keeps its meaning.
enum AASWords {
    static let method = Spelling<CrossSectoralStandard>(
        "a method, such as ISO 14067, or its ECLASS identifier", shape: .text,
        parse: { text in
            if let known = methods.first(where: { $0.name == text || text.isIdentifier($0.code) }) {
                return known.standard
            }
            return text.isEmpty || text.hasPrefix("0173-1#") ? nil : .other(text)
        },
        print: { standard in methods.first { $0.standard == standard }?.name })

    private static let methods: [(name: String, code: String, standard: CrossSectoralStandard)] = [
        ("EN 15804", "ABU223", .other("EN 15804")), ("GHG Protocol", "ABU221", .ghgProtocolProduct),
        ("IEC TS 63058", "ABU222", .other("IEC TS 63058")), ("IEC 63366", "ACA792", .other("IEC 63366")),
        ("IEC 63372", "ACC019", .other("IEC 63372")), ("ISO 14040, ISO 14044", "ABV505", .iso14044),
        ("ISO 14067", "ABU218", .iso14067), ("PEP Ecopassport", "ABU220", .other("PEP Ecopassport")),
        ("PACT v1.0.1", "ACC004", .pact("1.0.1")), ("PACT v2.0.0", "ACC003", .pact("2.0.0")),
        ("PACT v3.0.0", "ACC012", .pact("3.0.0")), ("TFS v2", "ACC005", .other("TFS v2")),
        ("TFS v3", "ACC010", .other("TFS v3")), ("Catena-X v1", "ACC007", .other("Catena-X v1")),
        ("Catena-X v2", "ACC006", .other("Catena-X v2")), ("Catena-X v3", "ACC011", .other("Catena-X v3")),
        ("BS PAS 2050", "ACC008", .pas2050),
    ]

    /// A unit, and the power of ten that an amount of it is of the unit.
    struct Unit: Hashable, Sendable {
        var unit: UnitOfMeasure
        var power: Int
    }

    static let expectedUnit = "`g`, `kg`, `t`, `ml`, `l`, `cbm`, `qm`, `piece` or `kWh`, or an ECLASS identifier"
    static let unit = Spelling<Unit>(
        expectedUnit,
        parse: { text in
            units.first { $0.name == text || text.isIdentifier($0.code) }.map { Unit(unit: $0.unit, power: $0.power) }
        },
        print: { unit in units.first { $0.unit == unit.unit && $0.power == unit.power }?.name })

    /// `kwH` is how the semantic model spells it.
    private static let units: [(name: String, code: String, unit: UnitOfMeasure, power: Int)] = [
        ("g", "ABZ596", .kilogram, -3), ("kg", "ABZ597", .kilogram, 0), ("t", "ABZ598", .tonne, 0),
        ("ml", "ABZ599", .liter, -3), ("l", "ABZ600", .liter, 0), ("cbm", "ABZ601", .cubicMeter, 0),
        ("qm", "ABZ602", .squareMeter, 0), ("piece", "ABZ603", .piece, 0), ("kWh", "ACB997", .kilowattHour, 0),
        ("kwH", "ACB997", .kilowattHour, 0),
    ]

    static let expectedPhase = "phases such as `A1-A3` or `A3 - production`, or their ECLASS identifiers"
    static let phase = Spelling<ModuleRange>(
        expectedPhase,
        parse: { text in
            if let known = phases.first(where: { text.isIdentifier($0.code) }) { return ModuleRange(known.modules) }
            // The words behind the module only explain it.
            let module = text.split(separator: " ").first.map(String.init) ?? ""
            return phases.contains { $0.modules == module } ? ModuleRange(module) : nil
        },
        print: { $0.description })

    private static let phases: [(modules: String, code: String)] = [
        ("A1", "ABU208"), ("A2", "ABU209"), ("A3", "ABU210"), ("A1-A3", "ABZ789"), ("A4", "ABU211"),
        ("A4-A5", "ACC013"), ("A5", "ACC016"), ("B1", "ABU212"), ("B1-B7", "ACC014"), ("B2", "ABV498"),
        ("B3", "ABV497"), ("B4", "ACC017"), ("B5", "ABV499"), ("B6", "ABV500"), ("B7", "ABV501"), ("C1", "ABV502"),
        ("C1-C4", "ACC015"), ("C2", "ABU213"), ("C2-C4", "ACC018"), ("C3", "ABV503"), ("C4", "ABV504"),
        ("D", "ABU214"),
    ]
}

extension String {
    /// Whether it is an ECLASS identifier of a value: `0173-1#07-ABU218#003`.
    fileprivate func isIdentifier(_ code: String) -> Bool { hasPrefix("0173-1#07-\(code)") }
}
