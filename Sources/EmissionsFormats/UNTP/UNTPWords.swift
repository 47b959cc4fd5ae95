import EmissionsModel
import EmissionsSyntax

/// The words of the UN Transparency Protocol.
enum UNTPWords {
    static let context = [
        "https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dpp/0.6.0/",
    ]
    static let type = ["DigitalProductPassport", "VerifiableCredential"]

    /// Whether a list of contexts names a version that is not the one that is written.
    static func isOfAnotherVersion(_ content: CarriedContent) -> Bool {
        guard case .list(let items) = content else { return false }
        return items.contains { item in
            guard case .text(let text) = item else { return false }
            return text.contains("/untp/") && !text.contains("/0.6.0")
        }
    }

    /// Names of which a credential of these kinds has at least one.
    static let members: Set<String> = [
        "emissionsScorecard", "conformityClaim", "conformityClaims", "granularityLevel", "producedByParty",
        "assessment", "circularityScorecard", "traceabilityInformation",
    ]

    /// Codes of UN/ECE Recommendation 20; of several for one unit, the first is written.
    private static let units: [(code: String, unit: UnitOfMeasure)] = [
        ("KGM", .kilogram), ("TNE", .tonne), ("LTR", .liter), ("MTQ", .cubicMeter), ("MTK", .squareMeter),
        ("MTR", .meter), ("KWH", .kilowattHour), ("MWH", .megawattHour), ("3B", .megajoule), ("TKM", .tonneKilometer),
        ("C62", .piece), ("EA", .piece), ("H87", .piece), ("HUR", .hour),
    ]

    static func unit(_ code: String) -> UnitOfMeasure? { units.first { $0.code == code }?.unit }
    static func code(_ unit: UnitOfMeasure) -> String? { units.first { $0.unit == unit }?.code }
    /// Whether it is the code that is written for its unit.
    static func isUsual(_ code: String) -> Bool { unit(code).flatMap(Self.code) == code }

    /// Whether a text looks like a code, which is all that can be said of those beyond the model's units.
    static func isCode(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    /// What is inside; `Scope123…` are the words up to 0.3.8.
    static let scope = Spelling<BoundaryExtent>(
        "one of `None`, `CradleToGate`, `CradleToGrave`",
        parse: { text in
            switch text {
            case "CradleToGate", "Scope123toGate": .cradleToGate
            case "CradleToGrave", "Scope123toGrave": .cradleToGrave
            default: nil
            }
        },
        print: { extent in
            switch extent {
            case .cradleToGate: "CradleToGate"
            case .cradleToGrave: "CradleToGrave"
            case .gateToGate: nil
            }
        })

    /// Words that say nothing of the life cycle that the model could.
    static let otherScopes: Set<String> = ["None", "Scope12"]

    /// A ratio, which the model has in percent: exactly a hundred times as much.
    static let ratio = Spelling<ExactDecimal>(
        "a ratio from 0 to 1", kind: .number, shape: .decimal,
        parse: { ExactDecimal($0).flatMap { $0.shifted(by: 2) } },
        print: { $0.shifted(by: -2).map(\.plain) })

    static let standard = Spelling<CrossSectoralStandard>(
        "the name of a standard", shape: .text,
        parse: { text in text.isEmpty ? nil : standards.first { $0.name == text }?.standard ?? .other(text) },
        print: { standard in
            if case .other(let name) = standard { return name }
            return standards.first { $0.standard == standard }?.name
        })

    private static let standards: [(name: String, standard: CrossSectoralStandard)] = [
        ("ISO 14067", .iso14067), ("ISO 14083", .iso14083), ("ISO 14044", .iso14044),
        ("GHG Protocol Product Standard", .ghgProtocolProduct), ("PEF", .pef), ("PAS 2050", .pas2050),
    ]

    /// Where what stood at a place before 0.4 stands today: the subject itself was the product.
    static func today(_ path: String) -> String {
        let subject = "/credentialSubject/"
        guard path.hasPrefix(subject) else { return path }
        let rest = path.dropFirst(subject.utf8.count)
        let name = rest.prefix { $0 != "/" }
        if name == "conformityClaims" { return subject + "conformityClaim" + rest.dropFirst(name.utf8.count) }
        return productMembers.contains(String(name)) ? subject + "product/" + rest : path
    }

    private static let productMembers: Set<String> = [
        "registeredId", "idScheme", "batchNumber", "serialNumber", "productImage", "description", "characteristics",
        "productCategory", "furtherInformation", "producedByParty", "producedAtFacility", "productionDate",
        "countryOfProduction", "dimensions", "type", "name", "id",
    ]
}
