import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// MARK: Several values in one cell

extension Field {
    /// A list of values in one cell, with ` | ` between them.
    static func items<Value: Hashable & Sendable>(
        _ name: NodeName, _ key: Key<[Value]>, as spelling: Spelling<Value>
    ) -> Field {
        let items = Spelling.items(spelling)
        return Field(
            descriptions: {
                var row = FieldDescription(name, FieldPath(key), items)
                row.isList = true
                return [row]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent),
                    let values = log.value(of: node, name, as: items, key, in: scope)
                else { return }
                // The cell is all of them, and each of them.
                log.note(key, in: scope, from: node)
                let list = log.enter(key, of: scope, at: node)
                for value in values {
                    log.note(nil, in: log.enter(index: record[keyPath: key].count, of: list, at: node), from: node)
                    record[keyPath: key].append(value)
                }
            },
            write: { record, parent, log in
                let values = record[keyPath: key]
                guard !values.isEmpty else { return }
                let texts = values.map(spelling.print)
                for (index, text) in texts.enumerated() where text == nil {
                    log.unspeakable(
                        name, FieldPath(key).appending(.index(index)), "\(values[index])",
                        expected: spelling.expected, under: parent)
                }
                log.tree.append(
                    .text, named: name.description, text: CellItems.join(texts.compactMap(\.self)), under: parent)
            })
    }

    /// The first record of a list, spread over columns; the others have none.
    static func first<Item: ModelRecord>(_ key: Key<[Item]>, _ map: RecordMap<Item>) -> Field {
        Field(
            descriptions: {
                map.descriptions.map { row in
                    var row = row
                    row.path = row.path.map { "\(FieldPath(key))[].\($0)" }
                    row.remark = "of the first only"
                    return row
                }
            },
            read: { parent, scope, record, log in
                let place = log.enter(index: 0, of: log.enter(key, of: scope, at: parent), at: parent)
                let item = map.read(parent, in: place, into: &log)
                if !item.isEmpty { record[keyPath: key] = [item] }
            },
            write: { record, parent, log in
                guard let first = record[keyPath: key].first else { return }
                log.within(key, 0) { map.write(first, under: parent, to: &$0) }
            })
    }

    /// Emissions in kilograms, as the name of the column says.
    static func kilograms(_ name: NodeName, _ key: Key<Emissions?>) -> Field {
        scalar(name, key, as: .emissions(.kilogramsCO2e, as: .decimal))
    }
}

/// Texts in one cell, with ` | ` between them. In a text, a backslash stands before a `|` and before a backslash, and
/// `\s` for a space at an end, where a plain one would be taken for padding.
enum CellItems {
    static func join(_ items: [String]) -> String { items.map { escape($0, "|") }.joined(separator: " | ") }

    static func split(_ text: String) -> [String] { split(text, at: "|").map(unescape) }

    static func escape(_ text: String, _ mark: Unicode.Scalar) -> String {
        let scalars = text.unicodeScalars
        let start = scalars.firstIndex { $0 != " " } ?? scalars.endIndex
        let end = scalars.lastIndex { $0 != " " } ?? scalars.startIndex
        var escaped = ""
        for index in scalars.indices {
            switch scalars[index] {
            case " " where index < start || index > end: escaped += "\\s"
            case "\\", mark: escaped += "\\" + String(scalars[index])
            default: escaped.unicodeScalars.append(scalars[index])
            }
        }
        return escaped
    }

    /// The stretches between the marks that have no backslash before them, without the spaces at their ends. There are
    /// at `most` so many; the last has the rest in it.
    static func split(_ text: String, at mark: Unicode.Scalar, most: Int = .max) -> [String] {
        var stretches = [""], isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == mark, !isEscaped, stretches.count < most {
                stretches.append("")
            } else {
                stretches[stretches.count - 1].unicodeScalars.append(scalar)
                isEscaped = scalar == "\\" && !isEscaped
            }
        }
        return stretches.map(\.withoutSpacesAtEnds)
    }

    static func unescape(_ text: String) -> String {
        var plain = "", isEscaped = false
        for scalar in text.unicodeScalars {
            if scalar == "\\", !isEscaped {
                isEscaped = true
            } else {
                plain.unicodeScalars.append(isEscaped && scalar == "s" ? " " : scalar)
                isEscaped = false
            }
        }
        return plain
    }
}

extension String {
    fileprivate var withoutSpacesAtEnds: String {
        let scalars = unicodeScalars.drop { $0 == " " }
        let end = scalars.lastIndex { $0 != " " }.map(scalars.index(after:)) ?? scalars.startIndex
        return String(scalars[..<end])
    }
}

extension Spelling {
    fileprivate static func items<Item: Sendable>(_ item: Spelling<Item>) -> Spelling where Value == [Item] {
        Spelling(
            "items with ` | ` between them, each " + item.expected, shape: item.shape.map { .items($0) },
            parse: { text in
                var values: [Item] = []
                for var text in CellItems.split(text) {
                    guard let value = text.withUTF8(item.parse) else { return nil }
                    values.append(value)
                }
                return values
            }, print: { CellItems.join($0.compactMap(item.print)) })
    }
}

extension Spelling<EmissionFactorSource> {
    /// `name@version`; a backslash stands before an `@` of the name.
    static let nameAndVersion = Spelling(
        "the name of a database, and its version after an @", shape: .text,
        parse: { text in
            let pieces = CellItems.split(text, at: "@", most: 2)
            var source = EmissionFactorSource()
            if !pieces[0].isEmpty { source.name = CellItems.unescape(pieces[0]) }
            if pieces.count > 1 { source.version = CellItems.unescape(pieces[1]) }
            return source
        },
        print: { source in
            let name = CellItems.escape(source.name ?? "", "@")
            return source.version.map { name + "@" + CellItems.escape($0, "@") } ?? name
        })
}
