import EmissionsModel

/// The words of PACT's closed and open lists.
enum PACTWords {
    /// PACT 3 has three more units than PACT 2.
    static func units(_ version: PACTVersion) -> Spelling<UnitOfMeasure> {
        version.isThree
            ? .code([
                "liter": .liter, "kilogram": .kilogram, "cubic meter": .cubicMeter, "kilowatt hour": .kilowattHour,
                "megajoule": .megajoule, "ton kilometer": .tonneKilometer, "square meter": .squareMeter,
                "piece": .piece, "hour": .hour, "megabit second": .megabitSecond,
            ])
            : .code([
                "liter": .liter, "kilogram": .kilogram, "cubic meter": .cubicMeter, "kilowatt hour": .kilowattHour,
                "megajoule": .megajoule, "ton kilometer": .tonneKilometer, "square meter": .squareMeter,
            ])
    }

    static let status: Spelling<FootprintStatus> = .code(["Active": .active, "Deprecated": .deprecated])

    static let assessmentReport = Spelling<AssessmentReport>(
        "`AR` and a number, such as AR6",
        parse: { text in
            guard text.hasPrefix("AR"), let number = Int(text.dropFirst(2)), number >= 0,
                String(number) == text.dropFirst(2)
            else { return nil }
            return AssessmentReport(number: number)
        }, print: { $0.description }, correction: .words((1...9).map { "AR\($0)" }))

    /// `crossSectoralStandards`: the words of the schema; those of the 2.3 text are read too. The list is open.
    static let standards = Spelling<CrossSectoralStandard>(
        "a standard, such as ISO14067",
        parse: { text in
            switch text {
            case "ISO14067": .iso14067
            case "ISO14083": .iso14083
            case "ISO14040-44": .iso14044
            case "GHGP-Product", "GHGP Product": .ghgProtocolProduct
            case "PEF": .pef
            case "PAS2050": .pas2050
            case _ where text.hasPrefix("PACT-"): .pact(String(text.dropFirst(5)))
            case _ where text.hasPrefix("PACT Methodology "): .pact(String(text.dropFirst(17)))
            default: text.isEmpty ? nil : .other(text)
            }
        },
        print: { standard in
            switch standard {
            case .iso14067: "ISO14067"
            case .iso14083: "ISO14083"
            case .iso14044: "ISO14040-44"
            case .ghgProtocolProduct: "GHGP-Product"
            case .pef: "PEF"
            case .pas2050: "PAS2050"
            case .pact(let version): "PACT-\(version)"
            case .other(let name): name
            }
        })

    /// `crossSectoralStandardsUsed` of PACT 2: a closed list.
    static let standardsUsed: Spelling<CrossSectoralStandard> = .code([
        "GHG Protocol Product standard": .ghgProtocolProduct, "ISO Standard 14067": .iso14067,
        "ISO Standard 14044": .iso14044,
    ])

    static let publishers: Spelling<RulePublisher> = .code([
        "PEF": .pef, "EPD International": .epdInternational, "Other": .other,
    ])

    /// `GHPG` stands in the official examples of 2.3.0.
    static let biogenicAccounting: Spelling<BiogenicAccounting> = .code([
        "PEF": .pef, "ISO": .iso, "GHGP": .ghgp, "GHPG": .ghgp, "Quantis": .quantis,
    ])

    static let useApproach: Spelling<CarbonUseApproach> = .code(["Cut-off": .cutOff, "Credit": .credit])

    static let coverage2: Spelling<VerificationCoverage> = .code([
        "corporate level": .corporate, "product line": .productLine, "PCF system": .footprintSystem,
        "product level": .product,
    ])
    static let coverage3: Spelling<VerificationCoverage> = .code([
        "PCF calculation model": .footprintModel, "PCF program": .footprintProgram, "product level": .product,
    ])
    static let level: Spelling<AssuranceLevel> = .code(["limited": .limited, "reasonable": .reasonable])
    static let boundary: Spelling<BoundaryExtent> = .code([
        "Gate-to-Gate": .gateToGate, "Cradle-to-Gate": .cradleToGate,
    ])

    /// The regions and subregions of the UN that PACT knows.
    static let regions: Set<String> = [
        "Africa", "Americas", "Asia", "Europe", "Oceania", "Australia and New Zealand", "Central Asia", "Eastern Asia",
        "Eastern Europe", "Latin America and the Caribbean", "Melanesia", "Micronesia", "Northern Africa",
        "Northern America", "Northern Europe", "Polynesia", "South-eastern Asia", "Southern Asia", "Southern Europe",
        "Sub-Saharan Africa", "Western Asia", "Western Europe",
    ]
}

/// The minor versions of PACT's data model.
enum PACTVersion: String, CaseIterable, Comparable {
    case v2_0 = "2.0", v2_1 = "2.1", v2_2 = "2.2", v2_3 = "2.3", v3_0 = "3.0"

    var isThree: Bool { self == .v3_0 }
    /// What `specVersion` says in what we write.
    var specVersion: String {
        switch self {
        case .v2_0: "2.0.0"
        case .v2_1: "2.1.0"
        case .v2_2: "2.2.0"
        case .v2_3: "2.3.0"
        case .v3_0: "3.0.0"
        }
    }
    static func < (a: PACTVersion, b: PACTVersion) -> Bool { a.rawValue < b.rawValue }
}
