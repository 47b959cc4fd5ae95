import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field {
    /// A nested record of the model in a node of its own. It is written when it says something.
    static func record<Item: ModelRecord>(
        _ name: NodeName, _ key: Key<Item>, _ map: RecordMap<Item>, aliases: [NodeName] = [], whenEmpty: Bool = false
    ) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: {
                map.descriptions.map { $0.nested(in: name.description, FieldPath(key), of: "\(Item.self)") }
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, aliases, of: parent, scope),
                    log.isRecord(node, name, key, in: scope)
                else { return }
                let place = log.enter(key, of: scope, at: node)
                property.modify(&record) { map.read(node, in: place, to: &$0, log: &log) }
            },
            write: { record, parent, log in
                property.visit(in: record) { item in
                    guard whenEmpty || !item.pointee.isEmpty else { return }
                    let node = log.tree.append(.record, named: name.description, under: parent)
                    log.within(key) { map.write(item.pointee, under: node, to: &$0) }
                    if !log.tree.hasChildren(node) { log.tree.removeLast(node) }
                }
            },
            fill: { record, defaults, path, supplied in
                property.visit(in: defaults) { item in
                    guard !item.pointee.isEmpty else { return }
                    let place = path.appending(FieldPath(key))
                    property.modify(&record) { map.fill(&$0, from: item.pointee, at: place, &supplied) }
                }
            },
            visit: { record, path, leaves in
                property.visit(record) { item in
                    leaves.addRecord(at: leaves.paths.property(key, of: path)) { map.visit(item, at: $0, &$1) }
                }
            })
    }

    /// A nested record that the format asks for: what is missing inside it is missing even where there is nothing.
    static func requiredRecord<Item: ModelRecord>(
        _ name: NodeName, _ key: Key<Item>, _ map: RecordMap<Item>, aliases: [NodeName] = []
    ) -> Field {
        record(name, key, map, aliases: aliases, whenEmpty: true)
    }

    /// Rows of a nested record of the model that the format writes among those of this one.
    static func inline<Item: ModelRecord>(_ key: Key<Item>, _ map: RecordMap<Item>) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: {
                map.descriptions.map { row in
                    var row = row
                    row.path = row.path.map { "\(FieldPath(key)).\($0)" }
                    return row
                }
            },
            read: { parent, scope, record, log in
                let place = log.enter(key, of: scope, at: parent)
                property.modify(&record) { map.read(parent, in: place, to: &$0, log: &log) }
            },
            write: { record, parent, log in
                property.visit(in: record) { item in
                    log.within(key) { map.write(item.pointee, under: parent, to: &$0) }
                }
            },
            fill: { record, defaults, path, supplied in
                property.visit(in: defaults) { item in
                    guard !item.pointee.isEmpty else { return }
                    let place = path.appending(FieldPath(key))
                    property.modify(&record) { map.fill(&$0, from: item.pointee, at: place, &supplied) }
                }
            })
    }

    /// A node of the format whose rows belong to this same record of the model.
    static func group(_ name: NodeName, _ map: RecordMap<Record>, aliases: [NodeName] = []) -> Field {
        Field(
            descriptions: { map.descriptions.map { $0.nested(in: name.description, nil, of: name.description) } },
            read: { parent, scope, record, log in
                guard let node = log.child(name, aliases, of: parent, scope),
                    log.isRecord(node, name, nil, in: scope)
                else { return }
                map.read(node, in: log.enter(path: FieldPath(), of: scope, at: node), to: &record, log: &log)
            },
            write: { record, parent, log in
                let group = log.tree.append(.record, named: name.description, under: parent)
                map.write(record, under: group, to: &log)
                if !log.tree.hasChildren(group) { log.tree.removeLast(group) }
            },
            fill: { record, defaults, path, supplied in map.fill(&record, from: defaults, at: path, &supplied) })
    }

    /// Nested records in a list of their own (JSON).
    ///
    /// Where `areValues`, an item is one answer that defaults don't complete: the name of one database does not go
    /// with the version of another.
    static func list<Item: ModelRecord>(
        _ name: NodeName, _ key: Key<[Item]>, of map: RecordMap<Item>, areValues: Bool = false
    ) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: {
                map.descriptions.map { $0.nested(in: "\(name)[]", FieldPath(key), of: "\(Item.self)") }.map {
                    $0.inList(at: FieldPath(key))
                }
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isList(node, name, key, in: scope) else { return }
                let list = log.enter(key, of: scope, at: node)
                for item in log.items(of: node) {
                    let place = log.enter(index: property[record].count, of: list, at: item)
                    guard log.isRecord(item, name, nil, in: place) else { continue }
                    let read = map.read(item, in: place, into: &log)
                    property.modify(&record) { $0.append(read) }
                }
            },
            write: { record, parent, log in
                let items = property[record]
                guard !items.isEmpty else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                for (index, item) in items.enumerated() {
                    let node = log.tree.append(.record, under: list)
                    log.within(key, index) { map.write(item, under: node, to: &$0) }
                }
            },
            fill: fillItems(key, map, completesItems: !areValues),
            visit: { record, path, leaves in
                property.visit(record) { items in
                    leaves.addItems(items, at: key, of: path) { item, path, leaves in
                        leaves.addRecord(at: path) { map.visit(item, at: $0, &$1) }
                    }
                }
            })
    }

    /// Nested records in elements that stand side by side (XML).
    static func repeated<Item: ModelRecord>(_ name: NodeName, _ key: Key<[Item]>, _ map: RecordMap<Item>) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: {
                map.descriptions.map { $0.nested(in: name.description, FieldPath(key), of: "\(Item.self)") }.map(
                    \.inList)
            },
            read: { parent, scope, record, log in
                guard let first = log.child(name, of: parent) else { return }
                let list = log.enter(key, of: scope, at: first)
                var next: SourceTree.NodeID? = first
                while let node = next {
                    let place = log.enter(index: property[record].count, of: list, at: node)
                    if log.isRecord(node, name, nil, in: place) {
                        let read = map.read(node, in: place, into: &log)
                        property.modify(&record) { $0.append(read) }
                    }
                    next = log.child(name, of: parent)
                }
            },
            write: { record, parent, log in
                for (index, item) in property[record].enumerated() {
                    let node = log.tree.append(.record, named: name.description, under: parent)
                    log.within(key, index) { map.write(item, under: node, to: &$0) }
                    if !log.tree.hasChildren(node) { log.tree.removeLast(node) }
                }
            },
            fill: fillItems(key, map))
    }

    /// Like ``repeated(_:_:_:)``, for a format that asks for at least one.
    static func atLeastOne<Item: ModelRecord>(_ name: NodeName, _ key: Key<[Item]>, _ map: RecordMap<Item>) -> Field {
        let field = repeated(name, key, map)
        return Field(
            descriptions: field.descriptions, read: field.read,
            write: { record, parent, log in
                guard record[keyPath: key].isEmpty else { return field.write(record, parent, &log) }
                let node = log.tree.append(.record, named: name.description, under: parent)
                log.within(key, 0) { map.write(Item(), under: node, to: &$0) }
                if !log.tree.hasChildren(node) { log.tree.removeLast(node) }
            }, fill: field.fill)
    }

    /// Every item takes what it does not say from the first default; a list without items takes the defaults' list.
    private static func fillItems<Item: ModelRecord>(
        _ key: Key<[Item]>, _ map: RecordMap<Item>, completesItems: Bool = true
    ) -> Fill {
        { record, defaults, path, supplied in
            guard let first = defaults[keyPath: key].first else { return }
            let list = path.appending(FieldPath(key))
            if record[keyPath: key].isEmpty {
                record[keyPath: key] = defaults[keyPath: key].map { _ in Item() }
                for index in record[keyPath: key].indices {
                    map.fill(
                        &record[keyPath: key][index], from: defaults[keyPath: key][index],
                        at: list.appending(.index(index)), &supplied)
                }
            } else if completesItems {
                for index in record[keyPath: key].indices {
                    map.fill(&record[keyPath: key][index], from: first, at: list.appending(.index(index)), &supplied)
                }
            }
        }
    }
}

extension FieldDescription {
    /// The path says that it is one of many.
    /// The same as an item of the list at a path of several steps.
    func inList(at list: FieldPath) -> FieldDescription {
        var row = self
        if let path, path.hasPrefix("\(list).") { row.path = "\(list)[]\(path.dropFirst("\(list)".count))" }
        return row
    }

    var inList: FieldDescription {
        var row = self
        if let path, let dot = path.firstIndex(of: ".") { row.path = "\(path[..<dot])[]\(path[dot...])" }
        return row
    }
}
