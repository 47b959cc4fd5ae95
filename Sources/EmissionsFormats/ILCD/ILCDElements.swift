import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// Kinds of rows that ILCD's XML needs: elements that have attributes beside their text, texts in several languages,
// references, and extensions whose attributes real files write with and without a prefix.

extension Field {
    /// An element of the format whose rows belong to this same record of the model. It may have attributes alone.
    static func element(_ name: NodeName, _ map: RecordMap<Record>) -> Field {
        Field(
            descriptions: { map.descriptions.map { $0.nested(in: name.description, nil, of: name.description) } },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                map.read(node, in: log.enter(path: FieldPath(), of: scope, at: node), to: &record, log: &log)
            },
            write: { record, parent, log in
                let node = log.tree.append(.record, named: name.description, under: parent)
                map.write(record, under: node, to: &log)
                if !log.tree.hasChildren(node) { log.tree.removeLast(node) }
            },
            fill: { record, defaults, path, supplied in map.fill(&record, from: defaults, at: path, &supplied) })
    }

    /// Nested records in elements that stand side by side and may have attributes alone.
    static func elements<Item: ModelRecord>(_ name: NodeName, _ key: Key<[Item]>, _ map: RecordMap<Item>) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: {
                map.descriptions.map { $0.nested(in: name.description, FieldPath(key), of: "\(Item.self)") }.map {
                    $0.inList(at: FieldPath(key))
                }
            },
            read: { parent, scope, record, log in
                guard let first = log.child(name, of: parent) else { return }
                let list = log.enter(key, of: scope, at: first)
                var next: SourceTree.NodeID? = first
                while let node = next {
                    let place = log.enter(index: property[record].count, of: list, at: node)
                    let read = map.read(node, in: place, into: &log)
                    property.modify(&record) { $0.append(read) }
                    next = log.child(name, of: parent)
                }
            },
            write: { record, parent, log in
                for (index, item) in record[keyPath: key].enumerated() {
                    let node = log.tree.append(.record, named: name.description, under: parent)
                    log.within(key, index) { map.write(item, under: node, to: &$0) }
                    if !log.tree.hasChildren(node) { log.tree.removeLast(node) }
                }
            })
    }

    /// Texts in several languages, in elements that stand side by side.
    static func localizedElements(_ name: NodeName, _ key: Key<[LocalizedText]>) -> Field {
        elements(name, key, ILCDFields.localizedText)
    }

    /// The text of the element itself.
    static func content<Value: Hashable & Sendable>(_ key: Key<Value?>, as spelling: Spelling<Value>) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: { [FieldDescription("text()", FieldPath(key), spelling)] },
            read: { node, scope, record, log in
                guard log.tree.isLeaf(node), !log.tree.textIsEmpty(node) else { return }
                guard let value = log.value(of: node, nil, as: spelling, key, in: scope) else { return }
                property.modify(&record) { $0 = value }
                log.note(key, in: scope, from: node)
            },
            write: { record, node, log in
                guard let value = record[keyPath: key], let text = spelling.print(value) else { return }
                log.tree.append(.text, named: "#text", text: text, under: node)
            })
    }

    /// An attribute of an extension, with the prefix of its namespace; real files also leave the prefix out.
    static func attribute<Value: Hashable & Sendable>(
        _ prefix: String, _ name: String, _ key: Key<Value?>, as spelling: Spelling<Value>
    ) -> Field {
        let qualified = NodeName("@\(prefix):\(name)"), bare = NodeName("@\(name)")
        let row = scalar(qualified, key, as: spelling), other = scalar(bare, key, as: spelling)
        return Field(
            descriptions: row.descriptions,
            read: { node, scope, record, log in
                (log.has(qualified, in: node) ? row : other).read(node, scope, &record, &log)
            }, write: row.write, fill: row.fill)
    }

    /// A value in an element that may have attributes beside it, which are then no one's.
    static func optionalAttribute(_ name: NodeName, _ key: Key<String?>) -> Field {
        let property = StoredProperty(key)
        return Field(
            descriptions: { [FieldDescription(name, FieldPath(key), Spelling<String>.text)] },
            read: { node, scope, record, log in
                guard let id = log.child(name, of: node), !log.tree.textIsEmpty(id) else { return }
                property.modify(&record) { $0 = log.tree.text(of: id) }
                log.note(key, in: scope, from: id)
            },
            write: { record, node, log in
                guard let text = record[keyPath: key] else { return }
                log.tree.append(.text, named: name.description, text: text, under: node)
            })
    }
}

// MARK: References

extension Field {
    /// A reference to what is usually a data set of one kind; another kind is kept.
    static func referenceElement(_ name: NodeName, _ key: Key<Reference>, _ kind: ReferenceKind) -> Field {
        let map = ILCDFields.reference(kind), property = StoredProperty(key)
        return Field(
            descriptions: { map.descriptions.map { $0.nested(in: name.description, FieldPath(key), of: "Reference") } },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                let place = log.enter(key, of: scope, at: node)
                property.modify(&record) { map.read(node, in: place, to: &$0, log: &log) }
            },
            write: { record, parent, log in
                guard !record[keyPath: key].isEmpty else { return }
                let node = log.tree.append(.record, named: name.description, under: parent)
                log.within(key) { map.write(record[keyPath: key], under: node, to: &$0) }
            })
    }

    static func referenceElements(_ name: NodeName, _ key: Key<[Reference]>, _ kind: ReferenceKind) -> Field {
        elements(name, key, ILCDFields.reference(kind))
    }
}

extension ILCDFields {
    static let localizedText: RecordMap<LocalizedText> = [
        .scalar("@xml:lang", \.language, as: .text),
        .content(\.text, as: .text),
    ]

    private static let maps = Dictionary(
        uniqueKeysWithValues: ReferenceKind.allCases.map { kind in (kind, makeReference(kind)) })

    /// `GlobalReferenceType`.
    static func reference(_ kind: ReferenceKind) -> RecordMap<Reference> { maps[kind] ?? makeReference(kind) }

    private static func makeReference(_ kind: ReferenceKind) -> RecordMap<Reference> {
        [
            .referenceKind("@type", kind),
            .optionalAttribute("@refObjectId", \.identifier),
            .optionalAttribute("@version", \.version),
            .optionalAttribute("@uri", \.address),
            .localizedElements("common:shortDescription", \.names),
        ]
    }
}

extension Field<Reference> {
    /// What the place of a reference says already is not said again.
    static func referenceKind(_ name: NodeName, _ usual: ReferenceKind) -> Field {
        let row = scalar(name, \.kind, as: ILCDWords.referenceKind)
        let isKept = usual == .flow || usual == .impactMethod
        let usualWord = ILCDWords.referenceKind.print(usual).map { Array($0.utf8) }
        return Field(
            descriptions: {
                row.descriptions().map { description in
                    var description = description
                    if !isKept { description.path = nil }
                    return description
                }
            },
            read: { node, scope, record, log in
                guard let id = log.child(name, of: node) else { return }
                if !isKept, let usualWord, log.tree.withText(of: id, { usualWord.elementsEqual($0) }) { return }
                guard
                    let kind = log.value(of: id, name, as: ILCDWords.referenceKind, \Reference.kind, in: scope)
                else { return }
                record.kind = kind
                log.note(\Reference.kind, in: scope, from: id)
            },
            write: { record, node, log in
                guard let word = ILCDWords.referenceKind.print(record.kind ?? usual) else { return }
                log.tree.append(.text, named: name.description, text: word, under: node)
            })
    }
}
