import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field {
    /// The first item of a list of records, in a node of its own, for formats that have room for one.
    static func first<Item: ModelRecord>(_ name: NodeName, _ key: Key<[Item]>, _ map: RecordMap<Item>) -> Field {
        Field(
            descriptions: {
                map.descriptions.map { $0.nested(in: name.description, FieldPath(key), of: "\(Item.self)") }
            },
            read: { parent, scope, record, log in
                guard record[keyPath: key].isEmpty, let node = log.child(name, of: parent),
                    log.isRecord(node, name, key, in: scope)
                else { return }
                let list = log.enter(key, of: scope, at: node)
                record[keyPath: key] = [map.read(node, in: log.enter(index: 0, of: list, at: node), into: &log)]
            },
            write: { record, parent, log in
                guard let item = record[keyPath: key].first else { return }
                let node = log.tree.append(.record, named: name.description, under: parent)
                log.within(key, 0) { map.write(item, under: node, to: &$0) }
                if !log.tree.hasChildren(node) { log.tree.removeLast(node) }
            })
    }

    /// The first item of a list of records, whose rows stand among those of this record.
    static func inlineFirst<Item: ModelRecord>(_ key: Key<[Item]>, _ map: RecordMap<Item>) -> Field {
        Field(
            descriptions: {
                map.descriptions.map { row in
                    var row = row
                    row.path = row.path.map { "\(FieldPath(key)).\($0)" }
                    return row
                }
            },
            read: { parent, scope, record, log in
                let list = log.enter(key, of: scope, at: parent)
                let item = map.read(parent, in: log.enter(index: 0, of: list, at: parent), into: &log)
                if !item.isEmpty { record[keyPath: key] = [item] }
            },
            write: { record, parent, log in
                guard let item = record[keyPath: key].first else { return }
                log.within(key, 0) { map.write(item, under: parent, to: &$0) }
            })
    }

    /// The same row, written only where the record allows it.
    func written(where isWritten: @escaping @Sendable (Record) -> Bool) -> Field {
        let write = write
        return Field(
            descriptions: descriptions, read: read,
            write: { record, parent, log in if isWritten(record) { write(record, parent, &log) } }, fill: fill)
    }
}
