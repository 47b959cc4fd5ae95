import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// Kinds of rows for cells of a table with German names: an empty cell says nothing.

extension Field<ProductFootprint> {
    private static var between: String { " / " }

    /// A value in a column that may have other names.
    static func cell<Value: Hashable & Sendable>(
        _ name: NodeName, aliases: [NodeName] = [], _ key: Key<Value?>, as spelling: Spelling<Value>
    ) -> Field {
        let row = scalar(name, key, as: spelling)
        return Field(
            descriptions: row.descriptions,
            read: { parent, scope, record, log in
                guard let node = log.column(name, aliases, of: parent), !log.tree.textIsEmpty(node),
                    let value = log.value(of: node, name, as: spelling, key, in: scope)
                else { return }
                record[keyPath: key] = value
                log.note(key, in: scope, from: node)
            }, write: row.write, fill: row.fill)
    }

    /// A text that is one of several in the model, found and made by `place`.
    private static func text(
        _ name: NodeName, aliases: [NodeName] = [], at path: FieldPath,
        get: @escaping @Sendable (ProductFootprint) -> String?,
        set: @escaping @Sendable (inout ProductFootprint, String) -> FieldPath
    ) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: path.withoutPositions.description, spelling: "text", shape: .text)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.column(name, aliases, of: parent) else { return }
                let text = log.tree.trimmedText(of: node)
                guard !text.isEmpty else { return }
                let place = set(&record, text)
                log.note(nil, in: log.enter(path: place, of: scope, at: node), from: node)
            },
            write: { record, parent, log in
                guard let text = get(record) else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }

    /// The product's name in a language.
    static func name(_ name: NodeName, _ language: String) -> Field {
        let names = FieldPath(\ProductFootprint.declaration.otherNames)
        return text(
            name, at: FieldPath(\ProductFootprint.product.name),
            get: { record in
                let own = record.declaration.language
                if own == language || own == nil && language == "en" { return record.product.name }
                return record.declaration.otherNames.first { $0.language == language }?.text
            },
            set: { record, text in
                guard record.product.name != nil else {
                    (record.product.name, record.declaration.language) = (text, language)
                    return FieldPath(\ProductFootprint.product.name)
                }
                record.declaration.otherNames.append(LocalizedText(text, language: language))
                return names.appending(.index(record.declaration.otherNames.count - 1)).appending("text")
            })
    }

    /// A place in a classification: `Mineralische Baustoffe / Bindemittel / Zement`.
    static func category(_ name: NodeName, _ system: String) -> Field {
        let list = FieldPath(\ProductFootprint.declaration.categories)
        return text(
            name, at: list,
            get: { record in
                record.declaration.categories.first { $0.system == system }
                    .map { $0.classes.compactMap(\.name).joined(separator: between) }
            },
            set: { record, text in
                var category = ProductCategory()
                category.system = system
                category.classes = text.pieces(between).map { name in
                    var level = CategoryLevel()
                    level.name = name
                    return level
                }
                record.declaration.categories.append(category)
                return list.appending(.index(record.declaration.categories.count - 1)).appending("classes")
            })
    }

    /// Names of what a list refers to, one after another.
    static func named<Item: ModelRecord>(
        _ name: NodeName, aliases: [NodeName], _ key: Key<[Item]>,
        _ reference: any WritableKeyPath<Item, Reference> & Sendable
    ) -> Field {
        text(
            name, aliases: aliases, at: FieldPath(key),
            get: { record in
                let names = record[keyPath: key].compactMap { $0[keyPath: reference].names.first?.text }
                return names.isEmpty ? nil : names.joined(separator: between)
            },
            set: { record, text in
                record[keyPath: key] = text.pieces(between).map { name in
                    var item = Item()
                    item[keyPath: reference].names = [LocalizedText(name)]
                    return item
                }
                return FieldPath(key)
            })
    }

    /// The name of what a reference leads to.
    static func nameOf(_ name: NodeName, _ key: Key<Reference>) -> Field {
        let place = FieldPath(key).appending("names").appending(.index(0)).appending("text")
        return text(
            name, at: place, get: { $0[keyPath: key].names.first?.text },
            set: { record, text in
                record[keyPath: key].names = [LocalizedText(text)]
                return place
            })
    }

    /// One value, kept as the first of a list.
    static func firstCell(_ name: NodeName, _ key: Key<[String]>) -> Field {
        text(
            name, at: FieldPath(key), get: { $0[keyPath: key].first },
            set: { record, text in
                record[keyPath: key] = [text]
                return FieldPath(key).appending(.index(0))
            })
    }

    /// What is known of the data set before this one.
    static func preceding(
        _ name: NodeName, aliases: [NodeName], _ key: any WritableKeyPath<Reference, String?> & Sendable
    ) -> Field {
        let list = FieldPath(\ProductFootprint.declaration.precedingVersions)
        let place = list.appending(.index(0)).appending(FieldPath(key))
        return text(
            name, aliases: aliases, at: list.appending(FieldPath(key)),
            get: { $0.declaration.precedingVersions.first?[keyPath: key] },
            set: { record, text in
                if record.declaration.precedingVersions.isEmpty { record.declaration.precedingVersions = [Reference()] }
                record.declaration.precedingVersions[0][keyPath: key] = text
                return place
            })
    }

    /// A material property with a column of its own.
    static func material(_ name: NodeName, _ property: String, _ unit: String) -> Field {
        let list = FieldPath(\ProductFootprint.declaration.materialProperties)
        let spelling = Spelling<ExactDecimal>.germanDecimal
        return Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: list.appending("value").description, spelling: spelling.expected,
                        remark: property)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.column(name, [], of: parent), !log.tree.textIsEmpty(node) else { return }
                let key = \MaterialProperty.value
                let index = record.declaration.materialProperties.count
                let place = log.enter(path: list.appending(.index(index)), of: scope, at: node)
                guard let value = log.value(of: node, name, as: spelling, key, in: place) else { return }
                var item = MaterialProperty()
                (item.name, item.value, item.unit) = (property, value, unit)
                record.declaration.materialProperties.append(item)
                log.note(key, in: place, from: node)
            },
            write: { record, parent, log in
                let item = record.declaration.materialProperties.first { $0.name == property && $0.unit == unit }
                guard let value = item?.value, let text = spelling.print(value) else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }

    /// The unit of the declared amount.
    static func unit(_ name: NodeName) -> Field {
        let words: [(String, UnitOfMeasure)] = [
            ("kg", .kilogram), ("m3", .cubicMeter), ("qm", .squareMeter), ("m2", .squareMeter), ("m", .meter),
            ("pcs.", .piece), ("Stück", .piece), ("MJ", .megajoule), ("tkm", .tonneKilometer), ("t", .tonne),
            ("kWh", .kilowattHour), ("l", .liter),
        ]
        return text(
            name, at: FieldPath(\ProductFootprint.declaredUnit.unit),
            get: { record in
                record.declaredUnit.unit.flatMap { unit in words.first { $0.1 == unit }?.0 }
                    ?? record.declaredUnit.otherUnit
            },
            set: { record, text in
                if let unit = words.first(where: { $0.0 == text })?.1 ?? UnitNames.unit(text, UnitOfMeasure.self) {
                    record.declaredUnit.unit = unit
                    return FieldPath(\ProductFootprint.declaredUnit.unit)
                }
                record.declaredUnit.otherUnit = text
                return FieldPath(\ProductFootprint.declaredUnit.otherUnit)
            })
    }
}

extension ReadLog {
    /// The cell of a column by any of its names.
    mutating func column(_ name: NodeName, _ aliases: [NodeName], of row: NodeID) -> NodeID? {
        if let node = child(name, of: row) { return node }
        for alias in aliases { if let node = child(alias, of: row) { return node } }
        return nil
    }
}

extension String {
    fileprivate func pieces(_ separator: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
