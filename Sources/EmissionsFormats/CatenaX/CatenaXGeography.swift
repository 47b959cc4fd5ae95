import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// A region, and with it a country and a subdivision. The most exact one is where the footprint holds; what contradicts
/// it is kept, and reported.
extension Field<ProductFootprint> {
    static let catenaXGeography = Field(
        descriptions: {
            let path = "geography"
            return [
                FieldDescription(
                    name: "geographyRegionOrSubregion", path: path,
                    spelling: "a UN region or subregion, `Global` or `Several`", isRequired: true),
                FieldDescription(
                    name: "geographyCountrySubdivision", path: path, spelling: subdivisionSpelling.expected),
                FieldDescription(name: "geographyCountry", path: path, spelling: countrySpelling.expected),
            ]
        },
        read: { parent, scope, record, log in
            let key: Key<Geography?> = \.geography
            let region = log.child("geographyRegionOrSubregion", of: parent)
            let subdivision = log.child("geographyCountrySubdivision", of: parent)
            let country = log.child("geographyCountry", of: parent)
            var country2: String?
            if let subdivision, !log.isBlank(subdivision),
                let code = log.value(
                    of: subdivision, "geographyCountrySubdivision", as: subdivisionSpelling, key, in: scope)
            {
                record.geography = .subdivision(code)
                country2 = String(code.prefix(2))
                log.note(key, in: scope, from: subdivision)
            }
            if let country,
                let code = log.value(of: country, "geographyCountry", as: countrySpelling, key, in: scope)
            {
                if let known = country2, known != code {
                    log.report(
                        Diagnostic(
                            "CX-005", .error, .contradiction("geographyCountry", code, record.geography), help: .places),
                        at: country, key, in: scope)
                    log.keep(country, as: "/pcf/geographyCountry", in: scope, of: &record)
                } else {
                    if country2 == nil { record.geography = .country(code) }
                    country2 = code
                    log.note(key, in: scope, from: country)
                }
            }
            guard let region,
                let name = log.value(of: region, "geographyRegionOrSubregion", as: .text, key, in: scope)
            else { return }
            log.readRegion(name, region, country2, scope, &record)
        },
        write: { record, parent, log in
            let region = record.kept(at: regionPath).flatMap(\.plainText) ?? record.geography.flatMap(Self.region)
            if let region {
                log.tree.append(.text, named: "geographyRegionOrSubregion", text: region, under: parent)
            } else {
                log.missing(
                    FieldDescription(name: "geographyRegionOrSubregion", path: "geography", spelling: ""), under: parent
                )
            }
            var country = record.kept(at: "/pcf/geographyCountry").flatMap(\.plainText)
            switch record.geography {
            case .subdivision(let code):
                log.tree.append(.text, named: "geographyCountrySubdivision", text: code, under: parent)
                country = country ?? String(code.prefix(2))
            case .country(let code): country = country ?? code
            default: break
            }
            if let country { log.tree.append(.text, named: "geographyCountry", text: country, under: parent) }
        },
        fill: { record, defaults, path, supplied in
            guard record.geography == nil, let value = defaults.geography else { return }
            record.geography = value
            supplied.append(path.appending("geography"))
        })

    fileprivate static let regionPath = "/pcf/geographyRegionOrSubregion"

    fileprivate static func region(_ geography: Geography) -> String? {
        switch geography {
        case .global: "Global"
        case .region(let name): CatenaXRegions.names.contains(name) ? name : nil
        case .country(let code): CatenaXRegions.subregion(of: code)
        case .subdivision(let code): CatenaXRegions.subregion(of: String(code.prefix(2)))
        }
    }

    private static let countrySpelling = Spelling<String>(
        "a country code of two capital letters (ISO 3166-1), such as DE",
        parse: { $0.utf8.count == 2 && $0.utf8.allSatisfy { 0x41...0x5A ~= $0 } ? $0 : nil }, print: { $0 },
        correction: .capitals)
    private static let subdivisionSpelling = Spelling<String>(
        "a code of a subdivision (ISO 3166-2), such as US-NY",
        parse: { text in
            let bytes = Array(text.utf8)
            guard (4...6).contains(bytes.count), bytes[2] == UInt8(ascii: "-"),
                bytes[..<2].allSatisfy({ 0x41...0x5A ~= $0 }),
                bytes[3...].allSatisfy({ 0x41...0x5A ~= $0 || 0x30...0x39 ~= $0 })
            else { return nil }
            return text
        }, print: { $0 }, correction: .capitals)
}

extension ReadLog {
    fileprivate func isBlank(_ node: NodeID) -> Bool { tree.isLeaf(node) && tree.textIsEmpty(node) }

    /// A region that follows from the country says nothing more; any other is kept, to be written again.
    fileprivate mutating func readRegion(
        _ name: String, _ node: NodeID, _ country: String?, _ scope: ScopeID, _ record: inout ProductFootprint
    ) {
        let key: any WritableKeyPath<ProductFootprint, Geography?> & Sendable = \.geography
        guard CatenaXRegions.names.contains(name) || name == "Global" || name == "Several" else {
            markUnreadable(node)
            report(Diagnostic("READ-002", .error, .unknown(name), help: .region), at: node, key, in: scope)
            return
        }
        guard let country else {
            if name == "Several" { return keep(node, as: Field<ProductFootprint>.regionPath, in: scope, of: &record) }
            record.geography = name == "Global" ? .global : .region(name)
            note(key, in: scope, from: node)
            return
        }
        guard let known = CatenaXRegions.subregion(of: country), known != name else {
            if CatenaXRegions.subregion(of: country) == nil {
                keep(node, as: Field<ProductFootprint>.regionPath, in: scope, of: &record)
            } else {
                note(key, in: scope, from: node)
            }
            return
        }
        if CatenaXRegions.names.contains(name), CatenaXRegions.region(of: known) != name {
            report(
                Diagnostic(
                    "CX-005", .error, .contradiction("geographyRegionOrSubregion", name, record.geography),
                    help: .places),
                at: node, key, in: scope)
        }
        keep(node, as: Field<ProductFootprint>.regionPath, in: scope, of: &record)
    }
}

extension CarriedContent {
    var plainText: String? { if case .text(let text) = self { text } else { nil } }
}

extension Diagnostic.Message {
    fileprivate static func contradiction(_ name: String, _ text: String, _ geography: Geography?) -> Self {
        "\(name) is \(text), but the footprint holds for \(geography?.code ?? "another place"), which is not in it"
    }
    fileprivate static func unknown(_ name: String) -> Self {
        "geographyRegionOrSubregion is '\(name.prefix(80))', expected a UN region or subregion, Global or Several"
    }
}

extension Geography {
    fileprivate var code: String {
        switch self {
        case .global: "Global"
        case .region(let text), .country(let text), .subdivision(let text): text
        }
    }
}

extension String {
    fileprivate static let places = "Let region, country and subdivision name the same place, each more exactly."
    fileprivate static let region = "Write a region such as Europe or Western Europe, Global, or Several."
}
