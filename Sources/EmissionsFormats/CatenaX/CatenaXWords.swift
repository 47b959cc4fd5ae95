import EmissionsModel

/// The words of Catena-X's lists.
enum CatenaXWords {
    static let status: Spelling<FootprintStatus> = .code(["Active": .active, "Deprecated": .deprecated])
    static let extent: Spelling<BoundaryExtent> = .code([
        "Cradle-to-gate": .cradleToGate, "Cradle-to-grave": .cradleToGrave,
    ])

    static let units7: Spelling<UnitOfMeasure> = .code([
        "liter": .liter, "kilogram": .kilogram, "cubic meter": .cubicMeter, "kilowatt hour": .kilowattHour,
        "megajoule": .megajoule, "ton kilometer": .tonneKilometer, "square meter": .squareMeter, "piece": .piece,
    ])
    /// The lists of 8 and 9 have `megabit` and `second`, where PACT has `megabit second`.
    static let units9: Spelling<UnitOfMeasure> = .code([
        "liter": .liter, "kilogram": .kilogram, "cubic meter": .cubicMeter, "kilowatt hour": .kilowattHour,
        "megajoule": .megajoule, "ton kilometer": .tonneKilometer, "square meter": .squareMeter, "piece": .piece,
        "hour": .hour,
    ])
    static let halvesOfUnits: Set<String> = ["megabit", "second"]

    static let wasteIncineration7: Set<String> = ["cut-off", "reverse cut-off", "system expansion"]
    static let prospects9: Set<String> = [
        "Retrospective PCF", "Prospective PCF without forerunner",
        "Prospective PCF of further developed product with forerunner",
        "Prospective PCF for current product for future production date", "Progressive PCF",
    ]

    static let publishers: Spelling<RulePublisher> = .code([
        "PEF": .pef, "EPD International": .epdInternational, "Other": .other,
    ])

    /// 7 has AR5 and AR6, 9 also AR4.
    static let assessmentReport = Spelling<AssessmentReport>(
        "`AR` and a number, such as AR6",
        parse: { text in
            guard text.hasPrefix("AR"), let number = Int(text.dropFirst(2)), "AR\(number)" == text, number > 0 else {
                return nil
            }
            return AssessmentReport(number: number)
        }, print: { $0.description }, correction: .words(["AR4", "AR5", "AR6"]))
    static let noAssessmentReport = "unspecified"

    /// A closed list up to 7; the product standard is spelled with a small s up to 6.
    static let standards7 = standards(standardNames7)
    /// Any name, from 8 on.
    static let standards9 = Spelling<CrossSectoralStandard>(
        "the name of a standard, such as ISO 14067", shape: .text,
        parse: { text in
            text.isEmpty
                ? nil : standardNames9.first { $0.name == text }?.standard ?? pactStandard(text) ?? .other(text)
        },
        print: { standard in
            switch standard {
            case .other(let name): name
            case .pact(let version): pactPrefix + version
            default: standardNames9.first { $0.standard == standard }?.name
            }
        })

    private static let pactPrefix = "PACT Methodology "
    private static func pactStandard(_ text: String) -> CrossSectoralStandard? {
        text.hasPrefix(pactPrefix) ? .pact(String(text.dropFirst(pactPrefix.count))) : nil
    }

    private static let standardNames7: [(name: String, standard: CrossSectoralStandard)] = [
        ("ISO Standard 14067", .iso14067), ("ISO Standard 14044", .iso14044),
        ("GHG Protocol Product Standard", .ghgProtocolProduct), ("GHG Protocol Product standard", .ghgProtocolProduct),
        ("PAS 2050", .pas2050), ("PEF", .pef), ("Pathfinder v1", .pact("1.0")), ("Pathfinder v2", .pact("2.0")),
        ("ISO Standard 14040", .other("ISO 14040")), ("ISO Standard 14041", .other("ISO 14041")),
        ("ISO Standard 14042", .other("ISO 14042")), ("ISO Standard 14043", .other("ISO 14043")),
        ("Other", .other("Other")),
    ]
    private static let standardNames9: [(name: String, standard: CrossSectoralStandard)] = [
        ("ISO 14067", .iso14067), ("ISO 14044", .iso14044), ("ISO 14083", .iso14083),
        ("GHG Protocol Product Standard", .ghgProtocolProduct), ("PAS 2050", .pas2050), ("PEF", .pef),
    ]

    private static func standards(
        _ names: [(name: String, standard: CrossSectoralStandard)]
    ) -> Spelling<CrossSectoralStandard> {
        Spelling(
            "one of " + names.filter { !$0.name.hasSuffix(" standard") }.map { "`\($0.name)`" }.joined(separator: ", "),
            parse: { text in names.first { $0.name == text }?.standard },
            print: { standard in names.first { $0.standard == standard }?.name },
            correction: .words(names.map(\.name).filter { !$0.hasSuffix(" standard") }))
    }

    /// A database and its version in one text: `ecoinvent 3.8`. The version begins at the first word with a digit or
    /// `v` and a digit at its start.
    static let source = Spelling<EmissionFactorSource>(
        "a database and its version, such as ecoinvent 3.8", shape: .text,
        parse: { text in
            guard !text.isEmpty else { return nil }
            var source = EmissionFactorSource()
            let words = text.split(separator: " ", omittingEmptySubsequences: false)
            if let index = words.dropFirst().firstIndex(where: { $0.beginsVersion }) {
                source.name = words[..<index].joined(separator: " ")
                source.version = words[index...].joined(separator: " ")
            } else {
                source.name = text
            }
            return source
        },
        print: { source in
            guard let name = source.name else { return source.version }
            return source.version.map { "\(name) \($0)" } ?? name
        })
}

extension Substring {
    fileprivate var beginsVersion: Bool {
        let digits = first == "v" || first == "V" ? dropFirst() : self
        return digits.first.map { ("0"..."9").contains($0) } ?? false
    }
}
