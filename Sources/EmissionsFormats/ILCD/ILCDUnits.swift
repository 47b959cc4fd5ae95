import EmissionsModel

/// Unit groups and flow properties by their identifiers (InData, flow properties and unit groups), and what units are
/// called in the texts beside them.
enum ILCDUnits {
    /// What amounts of indicators are counted in, by unit group. Older documents have the groups of GaBi.
    static let indicators: [String: IndicatorUnit] = [
        "93a60a57-a3c8-11da-a746-0800200c9a66": .megajoules,
        "93a60a57-a4c8-11da-a746-0800200c9a66": .kilograms,
        "ad38d542-3fe9-439d-9b95-2f5f7752acaf": .kilograms,
        "93a60a57-a3c8-12da-a746-0800200c9a66": .cubicMeters,
        "cd950537-0a98-4044-9ba7-9f9a68d0a504": .cubicMeters,
        "1ebf3012-d0db-4de2-aefd-ef30cedb0be1": .kilogramsCO2e,
        "88054749-b0a6-47ea-a82b-dc5b29326512": .kilogramsCFC11e,
        "d9e957c9-7309-4474-bf3a-7777df6c4e5b": .kilogramsCFC11e,
        "bc50c624-a9bc-45b1-a9b0-e6b10d00476f": .kilogramsSO2e,
        "42e089ac-92bf-4bf2-8ca1-5fc40d18f2ed": .molesHydrogenIons,
        "67b5401d-873c-485f-bcf3-6ae83b918822": .kilogramsPhosphate,
        "0429039d-a61d-4590-ba67-aa4a20a810a1": .kilogramsPhosphorus,
        "d05bb823-ecdf-4686-8c40-bf1d9257859f": .kilogramsNitrogen,
        "71b4d617-0ec9-4d3f-b65e-e438940c2401": .molesNitrogen,
        "01c26c17-9a76-406e-8295-f17b55fd909e": .kilogramsEthene,
        "d27c25f8-fbc1-44c6-b47b-4adbae4199c6": .kilogramsNMVOC,
        "54ccd2d9-a32a-4fc2-923d-f2c8c93e89d4": .kilogramsAntimony,
        "6ae2df01-888e-46c8-b17d-49fa3869b476": .cubicMetersWorld,
        "3883559b-648f-4afc-8ba2-0bd24f3affa3": .diseaseIncidence,
        "456b05bf-1415-44a9-9993-02452f554c09": .kilobecquerelsU235,
        "aa959ded-f1eb-4efb-9c5c-2d60be36b3e6": .toxicUnitsEcosystems,
        "d4c9523e-2d7e-49fd-8469-998f547d3a70": .toxicUnitsHumans,
        "f130951c-e67f-4f7f-8dd4-665de3974e18": .dimensionless,
    ]

    /// A property in which amounts of a product are counted.
    struct Property: Sendable {
        var identifier: String
        var name: String
        var unit: UnitOfMeasure?
        /// As the unit group writes it.
        var unitName: String
        var unitGroup: String
        var unitGroupName: String
        var isDeprecated = false
    }

    static let properties: [Property] = [
        Property(
            identifier: "93a60a56-a3c8-11da-a746-0800200b9a66", name: "Mass", unit: .kilogram, unitName: "kg",
            unitGroup: "93a60a57-a4c8-11da-a746-0800200c9a66", unitGroupName: "Units of mass"),
        Property(
            identifier: "93a60a56-a3c8-22da-a746-0800200c9a66", name: "Volume", unit: .cubicMeter, unitName: "m3",
            unitGroup: "93a60a57-a3c8-12da-a746-0800200c9a66", unitGroupName: "Units of volume"),
        Property(
            identifier: "93a60a56-a3c8-19da-a746-0800200c9a66", name: "Area", unit: .squareMeter, unitName: "m2",
            unitGroup: "93a60a57-a3c8-18da-a746-0800200c9a66", unitGroupName: "Units of area"),
        Property(
            identifier: "838aaa23-0117-11db-92e3-0800200c9a66", name: "Length", unit: .meter, unitName: "m",
            unitGroup: "838aaa22-0117-11db-92e3-0800200c9a66", unitGroupName: "Units of length"),
        Property(
            identifier: "01846770-4cfe-4a25-8ad9-919d8d378345", name: "Number of items", unit: .piece,
            unitName: "Item(s)", unitGroup: "5beb6eed-33a9-47b8-9ede-1dfe8f679159", unitGroupName: "Units of items"),
        Property(
            identifier: "93a60a56-a3c8-11da-a746-0800200c9a66", name: "Net calorific value", unit: .megajoule,
            unitName: "MJ", unitGroup: "93a60a57-a3c8-11da-a746-0800200c9a66", unitGroupName: "Units of energy"),
        Property(
            identifier: "93a60a56-a3c8-14da-a746-0800200c9a66", name: "Gross calorific value", unit: .megajoule,
            unitName: "MJ", unitGroup: "93a60a57-a3c8-11da-a746-0800200c9a66", unitGroupName: "Units of energy"),
        Property(
            identifier: "838aaa20-0117-11db-92e3-0800200c9a66", name: "Goods transport (mass*distance)",
            unit: .tonneKilometer, unitName: "t*km", unitGroup: "", unitGroupName: ""),
        Property(
            identifier: "b3f0f892-c5a3-4c66-a432-c09e3d1e9bd6", name: "Mass*time", unitName: "kg*a",
            unitGroup: "59f191d6-5dd3-4553-af88-1a32accfe308", unitGroupName: "Units of mass*time"),
        Property(
            identifier: "93a60a56-a3c8-21da-a746-0800200c9a66", name: "Area*time", unitName: "m2*a",
            unitGroup: "93a60a57-a3c8-20da-a746-0800200c9a66", unitGroupName: "Units of area*time"),
        Property(
            identifier: "441238a3-ba09-46ec-b35b-c30cfba746d1", name: "Volume*time", unitName: "m3*a",
            unitGroup: "93a60a57-a3c8-23da-a746-0800200c9a66", unitGroupName: "Units of volume*time"),
        Property(
            identifier: "c0447923-0e60-4b3c-97c2-a86dddd9eea5", name: "Duration", unitName: "a", unitGroup: "",
            unitGroupName: "Units of time"),
        Property(
            identifier: "7e18d0ad-e78e-47a0-8e96-1c0a581902e2", name: "Mass", unit: .kilogram, unitName: "kg",
            unitGroup: "ad38d542-3fe9-439d-9b95-2f5f7752acaf", unitGroupName: "Units of mass", isDeprecated: true),
    ]

    static let biogenicCarbon = "62e503ce-544a-4599-b2ad-bcea15a7bf20"
    static let packagingBiogenicCarbon = "262a541b-209e-44cc-a426-33bce30de7b1"
    static let mass: Set<String> = [
        "93a60a56-a3c8-11da-a746-0800200b9a66", "7e18d0ad-e78e-47a0-8e96-1c0a581902e2",
    ]

    static func property(_ identifier: String) -> Property? { properties.first { $0.identifier == identifier } }
    static func property(for unit: UnitOfMeasure) -> Property? { properties.first { $0.unit == unit } }
}

/// What units of indicators are called.
enum IndicatorUnitNames {
    /// The unit that a text names beyond doubt.
    static func unit(_ text: String) -> IndicatorUnit? { units[simplified(text)] }

    /// Letters and digits in lower case, without what spellings differ in: spaces, points, dashes, and the words for
    /// equivalents.
    private static func simplified(_ text: String) -> String {
        var name = String(
            text.lowercased().unicodeScalars.compactMap { scalar -> Character? in
                switch scalar {
                case " ", ".", "-", "_", "(", ")", "\u{A0}", "–", "*", "/", "[", "]", "^": nil
                case "₂": "2"
                case "₃": "3"
                case "₄": "4"
                case "³": "3"
                default: Character(scalar)
                }
            })
        for ending in [
            "equivalents", "equivalent", "äquivalente", "äquivalent", "äquiv", "aequiv", "äqv", "aeqv", "äq", "aeq",
            "equiv", "eqv", "eq",
        ]
        where name.hasSuffix(ending) {
            name.removeLast(ending.count)
            break
        }
        return name
    }

    private static let units: [String: IndicatorUnit] = {
        let names: [(IndicatorUnit, String)] = [
            (.kilogramsCO2e, "kgco2 kgco2e"), (.tonnesCO2e, "tco2 tco2e"),
            (.kilogramsCFC11e, "kgcfc11 kgcfc11e kgr11 kgr11e"), (.kilogramsSO2e, "kgso2 kgso2e"),
            (.molesHydrogenIons, "molh+ molh molhe molh+e moleh+ molesh+"),
            (.kilogramsPhosphorus, "kgp kgpe"),
            (.kilogramsPhosphate, "kgpo4 kgpo4e kgpo43 kgpo43e kgphosphate kgphosphat kgpo4\u{B3}"),
            (.kilogramsNitrogen, "kgn kgne"), (.molesNitrogen, "moln molne molen molesn"),
            (.kilogramsEthene, "kgethene kgethen kgc2h4 kgc2h4e kgethylene"),
            (.kilogramsNMVOC, "kgnmvoc kgnmvoce"), (.kilogramsOzone, "kgo3 kgo3e"),
            (.kilogramsAntimony, "kgsb kgsbe"),
            (.cubicMetersWorld, "m3world m3worlddeprived m3welt m3weltentzogen m3aware m3worldeqdeprived"),
            (.diseaseIncidence, "diseaseincidence diseaseincidences auftretenvonkrankheiten krankheitsfälle"),
            (.kilobecquerelsU235, "kbqu235 kbqu235e"), (.toxicUnitsEcosystems, "ctue"), (.toxicUnitsHumans, "ctuh"),
            (.dimensionless, "unitless dimensionslos dimensionless pt point points"), (.megajoules, "mj"),
            (.kilograms, "kg"), (.cubicMeters, "m3"), (.kilogramsCarbon, "kgc"),
        ]
        var units: [String: IndicatorUnit] = [:]
        for (unit, words) in names { for word in words.split(separator: " ") { units[String(word)] = unit } }
        return units
    }()
}
