import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Fields that PACT 2 and PACT 3 have in common.
enum PACTFields {
    static let rules: RecordMap<ProductCategoryRules> = [
        .scalar("operator", \.publisher, as: PACTWords.publishers).required,
        .texts("ruleNames", \.names).required,
        .text("otherOperatorName", \.otherPublisher),
    ]

    static let sources: RecordMap<EmissionFactorSource> = [
        .text("name", \.name).required,
        .text("version", \.version).required,
    ]

    static let extensions: Field<ProductFootprint> = .list(
        "extensions", \.extensions,
        of: [
            .text("specVersion", \.specificationVersion).required,
            .text("dataSchema", \.dataSchema).required,
            .text("documentation", \.documentation),
            .content("data", \.data).required,
        ])

    // MARK: Geography: one choice, spread over three properties of which at most one may be there

    static let region = geography(
        "geographyRegionOrSubregion",
        Spelling(
            "a UN region or subregion, such as Europe or Western Europe",
            parse: { PACTWords.regions.contains($0) ? .region($0) : nil },
            print: { if case .region(let name) = $0 { name } else { nil } },
            correction: .words(PACTWords.regions.sorted())))
    static let country = geography(
        "geographyCountry",
        Spelling(
            "a country code of two capital letters (ISO 3166-1), such as DE",
            parse: { $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isCapital) ? .country($0) : nil },
            print: { if case .country(let code) = $0 { code } else { nil } }, correction: .capitals))
    static let subdivision = geography(
        "geographyCountrySubdivision",
        Spelling(
            "a code of a subdivision (ISO 3166-2), such as US-NY",
            parse: { $0.isSubdivisionCode ? .subdivision($0) : nil },
            print: { if case .subdivision(let code) = $0 { code } else { nil } }, correction: .capitals))

    private static func geography(_ name: NodeName, _ spelling: Spelling<Geography>) -> Field<ProductFootprint> {
        let key: Field<ProductFootprint>.Key<Geography?> = \.geography
        return Field(
            descriptions: {
                [FieldDescription(name: name.description, path: "geography", spelling: spelling.expected)]
            },
            read: { parent, scope, record, log in
                if let known = record.geography {
                    guard log.has(name, in: parent) else { return }
                    log.report(
                        Diagnostic("PACT-001", .error, .secondGeography(name, known), help: .oneGeography),
                        at: parent, key, in: scope)
                    return
                }
                guard let node = log.child(name, of: parent),
                    let value = log.value(of: node, name, as: spelling, key, in: scope)
                else { return }
                record.geography = value
                log.note(key, in: scope, from: node)
            },
            write: { record, parent, log in
                guard let text = record.geography.flatMap(spelling.print) else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            },
            fill: { record, defaults, path, supplied in
                guard record.geography == nil, let value = defaults.geography, spelling.print(value) != nil else {
                    return
                }
                record.geography = value
                supplied.append(path.appending("geography"))
            })
    }
}

extension UInt8 {
    fileprivate var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension String {
    fileprivate var isSubdivisionCode: Bool {
        let bytes = Array(utf8)
        return (4...6).contains(bytes.count) && bytes[0].isCapital && bytes[1].isCapital
            && bytes[2] == UInt8(ascii: "-") && bytes[3...].allSatisfy { $0.isCapital || $0.isDigit }
    }
}

extension Diagnostic.Message {
    fileprivate static func secondGeography(_ name: NodeName, _ known: Geography) -> Self {
        "\(name) is given besides another geography (\(known.words)), only one of the three may be"
    }
}

extension Geography {
    fileprivate var words: String {
        switch self {
        case .global: "global"
        case .region(let name): name
        case .country(let code), .subdivision(let code): code
        }
    }
}

extension String {
    fileprivate static let oneGeography = "Keep the most exact one: the subdivision, else the country, else the region."
}
