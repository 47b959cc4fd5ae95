import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// One kind of item in a list of extensions: `{"name": "subType", "value": "specific dataset"}`; amounts have no name.
struct AnyRow<Record: ModelRecord>: Sendable {
    let name: NodeName?
    let descriptions: @Sendable () -> [FieldDescription]
    /// Reads an item of the list.
    let read: Field<Record>.Read
    /// Writes its items into the list.
    let write: Field<Record>.Write
}

/// Made once, since every item is asked for it.
private let nameOfItem: NodeName = "name"

extension Field {
    /// `"other": {"anies": [ … ]}`.
    static func anies(_ rows: [AnyRow<Record>]) -> Field {
        Field(
            descriptions: {
                rows.flatMap { $0.descriptions() }.map { $0.nested(in: "other.anies[]", nil, of: "anies") }
            },
            read: { parent, scope, record, log in
                guard let other = log.child("other", of: parent), log.isRecord(other, "other", nil, in: scope),
                    let list = log.child("anies", of: other), log.isList(list, "anies", nil, in: scope)
                else { return }
                for item in Array(log.tree.children(of: list)) {
                    let name = log.firstChild(nameOfItem, of: item).map { log.tree.text(of: $0) }
                    guard let row = rows.first(where: { $0.name?.description == name }) else { continue }
                    log.claim(item)
                    _ = log.child(nameOfItem, of: item)
                    row.read(item, scope, &record, &log)
                }
            },
            write: { record, parent, log in
                let other = log.tree.append(.record, named: "other", under: parent)
                let list = log.tree.append(.list, named: "anies", under: other)
                for row in rows { row.write(record, list, &log) }
                guard !log.tree.hasChildren(list) else { return }
                log.tree.removeLast(list)
                log.tree.removeLast(other)
            })
    }
}

extension AnyRow {
    private static func item(_ name: String, under list: SourceTree.NodeID, _ log: inout WriteLog) -> SourceTree.NodeID
    {
        let item = log.tree.append(.record, under: list)
        log.tree.append(.text, named: "name", text: name, under: item)
        return item
    }

    /// One value.
    static func anyValue<Value: Hashable & Sendable>(
        _ name: NodeName, _ key: Field<Record>.Key<Value?>, as spelling: Spelling<Value>
    ) -> AnyRow {
        let row = Field<Record>.scalar("value", key, as: spelling)
        return AnyRow(
            name: name, descriptions: { [FieldDescription(name, FieldPath(key), spelling)] }, read: row.read,
            write: { record, list, log in
                guard record[keyPath: key].flatMap(spelling.print) != nil else { return }
                row.write(record, item(name.description, under: list, &log), &log)
            })
    }

    /// An object with rows of its own.
    static func any(_ name: NodeName, _ row: Field<Record>) -> AnyRow {
        let group = Field<Record>.group("value", [row])
        return AnyRow(
            name: name,
            descriptions: { row.descriptions().map { $0.nested(in: name.description, nil, of: name.description) } },
            read: group.read,
            write: { record, list, log in
                let item = item(name.description, under: list, &log)
                let count = log.tree.count
                group.write(record, item, &log)
                if log.tree.count == count { log.removeItem(item) }
            })
    }

    static func anyReference(
        _ name: NodeName, _ key: Field<Record>.Key<Reference>, _ kind: ReferenceKind
    ) -> AnyRow {
        let row = Field<Record>.referenceRecord("value", key, kind)
        return AnyRow(
            name: name, descriptions: row.descriptions, read: row.read,
            write: { record, list, log in
                guard !record[keyPath: key].isEmpty else { return }
                row.write(record, item(name.description, under: list, &log), &log)
            })
    }

    /// References, each in an item of its own.
    static func anyReferences(
        _ name: NodeName, _ key: Field<Record>.Key<[Reference]>, _ kind: ReferenceKind
    ) -> AnyRow {
        let map = ILCDJSONFields.reference(kind)
        return AnyRow(
            name: name,
            descriptions: {
                map.descriptions.map { $0.nested(in: name.description, FieldPath(key), of: "Reference") }.map {
                    $0.inList(at: FieldPath(key))
                }
            },
            read: { item, scope, record, log in
                guard let node = log.child("value", of: item) else { return }
                let place = log.enter(
                    index: record[keyPath: key].count, of: log.enter(key, of: scope, at: node), at: node)
                record[keyPath: key].append(map.read(node, in: place, into: &log))
            },
            write: { record, list, log in
                for (index, reference) in record[keyPath: key].enumerated() {
                    let item = item(name.description, under: list, &log)
                    let value = log.tree.append(.record, named: "value", under: item)
                    log.within(key, index) { map.write(reference, under: value, to: &$0) }
                }
            })
    }

    /// Items without a name: records of a list.
    static func anyItems<Item: ModelRecord>(
        _ key: Field<Record>.Key<[Item]>, _ map: RecordMap<Item>
    ) -> AnyRow {
        let property = StoredProperty(key)
        return AnyRow(
            name: nil,
            descriptions: {
                map.descriptions.map { $0.nested(in: "", FieldPath(key), of: "\(Item.self)") }.map {
                    $0.inList(at: FieldPath(key))
                }
            },
            read: { item, scope, record, log in
                let place = log.enter(
                    index: property[record].count, of: log.enter(key, of: scope, at: item), at: item)
                let read = map.read(item, in: place, into: &log)
                property.modify(&record) { $0.append(read) }
            },
            write: { record, list, log in
                for (index, item) in property[record].enumerated() {
                    let node = log.tree.append(.record, under: list)
                    log.within(key, index) { map.write(item, under: node, to: &$0) }
                }
            })
    }
}

extension WriteLog {
    /// Takes back an item with nothing but its name.
    fileprivate mutating func removeItem(_ item: SourceTree.NodeID) {
        if let name = tree.firstChild(of: item) { tree.removeLast(name) }
        tree.removeLast(item)
    }
}
