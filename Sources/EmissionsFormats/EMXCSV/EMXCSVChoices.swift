import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// MARK: Geography: one answer in one of four columns

extension Field<ProductFootprint> {
    static var geographyCells: Field {
        let key: Key<Geography?> = \.geography
        return Field(
            descriptions: {
                GeographyColumn.all.map { FieldDescription($0.name, FieldPath(key), $0.spelling) }
            },
            read: { parent, scope, record, log in
                for column in GeographyColumn.all {
                    guard let node = log.child(column.name, of: parent),
                        let value = log.value(of: node, column.name, as: column.spelling, key, in: scope)
                    else { continue }
                    if record.geography == nil {
                        record.geography = value
                        log.note(key, in: scope, from: node)
                    } else {
                        log.markUnreadable(node)
                        log.report(
                            Diagnostic("ECSV-003", .error, .secondGeography(column.name), help: .oneGeography),
                            at: node, key, in: scope)
                    }
                }
            },
            write: { record, parent, log in
                guard let geography = record.geography else { return }
                for column in GeographyColumn.all {
                    guard let text = column.spelling.print(geography) else { continue }
                    log.tree.append(.text, named: column.name.description, text: text, under: parent)
                }
            })
    }
}

private struct GeographyColumn {
    var name: NodeName
    var spelling: Spelling<Geography>

    static let all = [
        GeographyColumn(
            name: "geography_subdivision",
            spelling: Spelling(
                "text, a code of a subdivision such as US-NY", shape: .text, parse: { .subdivision($0) },
                print: { if case .subdivision(let code) = $0 { code } else { nil } })),
        GeographyColumn(
            name: "geography_country",
            spelling: Spelling(
                "text, a code of a country such as DE", shape: .text, parse: { .country($0) },
                print: { if case .country(let code) = $0 { code } else { nil } })),
        GeographyColumn(
            name: "geography_region",
            spelling: Spelling(
                "text, a region or subregion of the UN such as Europe", shape: .text, parse: { .region($0) },
                print: { if case .region(let name) = $0 { name } else { nil } })),
        GeographyColumn(
            name: "geography_global",
            spelling: Spelling(
                "true, or nothing", shape: .words(["true"]), parse: { $0 == "true" ? .global : nil },
                print: { $0 == .global ? "true" : nil })),
    ]
}

// MARK: Classifications: columns for the three systems that are asked for, one for all others

extension Field<ProductFootprint> {
    static var classifications: Field {
        let key: Key<[Classification]> = \.product.classifications
        let path = FieldPath(key).description
        return Field(
            descriptions: {
                ClassificationColumn.all.map {
                    FieldDescription(
                        name: $0.name.description, path: path, spelling: "text, a code of the \($0.system.rawValue)",
                        shape: .text)
                } + others.descriptions()
            },
            read: { parent, scope, record, log in
                for column in ClassificationColumn.all {
                    guard let node = log.child(column.name, of: parent),
                        let code = log.value(of: node, column.name, as: .text, key, in: scope)
                    else { continue }
                    let list = log.enter(key, of: scope, at: node)
                    let place = log.enter(index: record[keyPath: key].count, of: list, at: node)
                    record[keyPath: key].append(Classification(column.system, code))
                    log.note(\Classification.code, in: place, from: node)
                }
                others.read(parent, scope, &record, &log)
            },
            write: { record, parent, log in
                let sorted = ClassificationColumn.sort(record.product.classifications)
                for (column, index) in zip(ClassificationColumn.all, sorted.inColumns) {
                    guard let code = index.flatMap({ record.product.classifications[$0].code }) else { continue }
                    log.tree.append(.text, named: column.name.description, text: code, under: parent)
                }
                var rest = record
                rest.product.classifications = sorted.others.map { record.product.classifications[$0] }
                others.write(rest, parent, &log)
            })
    }

    private static var others: Field {
        .items("other_classifications", \.product.classifications, as: .systemAndCode)
    }
}

struct ClassificationColumn {
    fileprivate var name: NodeName
    fileprivate var system: ClassificationSystem

    fileprivate static let all = [
        ClassificationColumn(name: "cpc_code", system: .centralProductClassification),
        ClassificationColumn(name: "product_hs_code", system: .harmonizedSystem),
        ClassificationColumn(name: "product_cn_code", system: .combinedNomenclature),
    ]

    /// Which classification goes in which column, and which go in the column for the others: positions in the list.
    fileprivate static func sort(_ list: [Classification]) -> (inColumns: [Int?], others: [Int]) {
        let inColumns = all.map { column in
            list.firstIndex { $0.system == column.system && $0.code != nil && $0.urn == nil }
        }
        return (inColumns, list.indices.filter { !inColumns.contains($0) })
    }

    /// The positions of the list in the order of the columns.
    static func order(of list: [Classification]) -> [Int] {
        let sorted = sort(list)
        return sorted.inColumns.compactMap(\.self) + sorted.others
    }
}

extension Spelling<Classification> {
    /// A URN where that says it all, else `CPC:4151`, and `CPC:4151@urn:…` where it was also written as a URN.
    fileprivate static let systemAndCode = Spelling(
        "a URN, or a system and a code such as UNSPSC:30102200", shape: .text,
        parse: { text in
            var classification = Classification()
            let start = text.prefix { $0 != ":" }
            guard let system = ClassificationSystem(rawValue: String(start)), start.count < text.count else {
                (classification.system, classification.urn) = (.other, CellItems.unescape(text))
                return classification
            }
            let pieces = CellItems.split(String(text.dropFirst(start.count + 1)), at: "@", most: 2)
            classification.system = system
            if !pieces[0].isEmpty { classification.code = CellItems.unescape(pieces[0]) }
            if pieces.count > 1 { classification.urn = CellItems.unescape(pieces[1]) }
            return classification
        },
        print: { classification in
            guard let system = classification.system else { return nil }
            if system == .other, classification.code == nil, let urn = classification.urn {
                let hasSystem = ClassificationSystem(rawValue: String(urn.prefix { $0 != ":" })) != nil
                if !hasSystem { return CellItems.escape(urn, "@") }
            }
            let code = CellItems.escape(classification.code ?? "", "@")
            return "\(system.rawValue):\(code)" + (classification.urn.map { "@" + CellItems.escape($0, "@") } ?? "")
        })
}

// MARK: Wording

extension Diagnostic.Message {
    fileprivate static func secondGeography(_ name: NodeName) -> Self {
        "\(name) is filled besides another geography, only one may be"
    }
}

extension String {
    fileprivate static let oneGeography = "Keep the most exact one: the subdivision, else the country, else the region."
}
