import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// Kinds of rows that soda4LCA's JSON needs: texts in several languages, references, and `anies`.

extension Field {
    /// Texts in several languages: `[{"value": "…", "lang": "en"}]`.
    static func languages(_ name: NodeName, _ key: Key<[LocalizedText]>) -> Field {
        list(name, key, of: [.text("value", \.text), .text("lang", \.language)], areValues: true)
    }

    static func referenceRecord(_ name: NodeName, _ key: Key<Reference>, _ kind: ReferenceKind) -> Field {
        record(name, key, ILCDJSONFields.reference(kind))
    }

    /// References in a list; a single one also stands there by itself.
    static func referenceList(_ name: NodeName, _ key: Key<[Reference]>, _ kind: ReferenceKind) -> Field {
        let map = ILCDJSONFields.reference(kind)
        let row = list(name, key, of: map, areValues: true)
        return Field(
            descriptions: row.descriptions,
            read: { parent, scope, record, log in
                guard let only = log.firstChild(name, of: parent), log.tree.kind(of: only) == .record else {
                    return row.read(parent, scope, &record, &log)
                }
                guard let node = log.child(name, of: parent) else { return }
                let place = log.enter(
                    index: record[keyPath: key].count, of: log.enter(key, of: scope, at: node), at: node)
                record[keyPath: key].append(map.read(node, in: place, into: &log))
            }, write: row.write, fill: row.fill)
    }

    /// A whole number that the model keeps as it is written.
    static func numberText(_ name: NodeName, _ key: Key<String?>) -> Field { scalar(name, key, as: .wholeNumber) }
    static func year(_ name: NodeName, _ key: Key<String?>) -> Field { scalar(name, key, as: .wholeNumber) }

    /// What is always true where it is there.
    static func constantTrue(_ name: NodeName) -> Field {
        Field(
            descriptions: { [FieldDescription(name: name.description, path: nil, spelling: "always `true`")] },
            read: { parent, _, _, log in
                guard let node = log.firstChild(name, of: parent), log.tree.text(of: node) == "true" else { return }
                log.claim(node)
            },
            write: { _, parent, log in
                log.tree.append(.bool, named: name.description, text: "true", under: parent)
            })
    }

    /// One value, kept as the first of a list.
    static func firstText(_ name: NodeName, _ key: Key<[String]>) -> Field {
        Field(
            descriptions: { [FieldDescription(listOf: Spelling<String>.text, name, FieldPath(key))] },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                guard let text = log.value(of: node, name, as: .text, key, in: scope) else { return }
                record[keyPath: key].append(text)
                log.note(nil, in: log.enter(index: 0, of: log.enter(key, of: scope, at: node), at: node), from: node)
            },
            write: { record, parent, log in
                guard let text = record[keyPath: key].first else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }
}

extension Field<ModuleAmount> {
    /// An amount in a text, or the word that stands in its place; nothing in it says that there is none.
    static func amountOrGap(_ name: NodeName) -> Field {
        let number = Spelling<ExactDecimal>.decimal
        return Field(
            descriptions: {
                [
                    FieldDescription(name, FieldPath(\ModuleAmount.amount), number),
                    FieldDescription(
                        name: name.description, path: FieldPath(\ModuleAmount.gap).description,
                        spelling: "ND, INA, MNA, MND, MNR or nothing"),
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                let kind = log.tree.kind(of: node)
                let gap = kind == .null ? .empty : log.tree.withText(of: node) { AmountGap(ilcd: $0.trimmed) }
                if kind == .null || kind == .text, let gap {
                    record.gap = gap
                    log.note(\ModuleAmount.gap, in: scope, from: node)
                } else if let amount = log.value(of: node, name, as: number, \ModuleAmount.amount, in: scope) {
                    record.amount = amount
                    log.note(\ModuleAmount.amount, in: scope, from: node)
                }
            },
            write: { record, parent, log in
                let text = record.amount?.description ?? record.gap.map { $0 == .empty ? "" : $0.rawValue }
                guard let text else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }
}

extension Field<ProductFootprint> {
    /// The product's name in its first language, and in others.
    static func names(inList name: NodeName) -> Field {
        let key: Key<String?> = \.product.name, language: Key<String?> = \.declaration.language
        let others: Key<[LocalizedText]> = \.declaration.otherNames
        return Field(
            descriptions: {
                [
                    FieldDescription(NodeName("\(name)[0].value"), FieldPath(key), Spelling<String>.text),
                    FieldDescription(NodeName("\(name)[0].lang"), FieldPath(language), Spelling<String>.text),
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isList(node, name, key, in: scope) else { return }
                let list = log.enter(others, of: scope, at: node)
                let map: RecordMap<LocalizedText> = [.text("value", \.text), .text("lang", \.language)]
                for (index, item) in log.items(of: node).enumerated() {
                    guard index > 0 else {
                        if let text = log.child("value", of: item) {
                            record[keyPath: key] = log.value(of: text, "value", as: .text, key, in: scope)
                            log.note(key, in: scope, from: text)
                        }
                        if let code = log.child("lang", of: item) {
                            record[keyPath: language] = log.value(of: code, "lang", as: .text, language, in: scope)
                            log.note(language, in: scope, from: code)
                        }
                        continue
                    }
                    let place = log.enter(index: record[keyPath: others].count, of: list, at: item)
                    record[keyPath: others].append(map.read(item, in: place, into: &log))
                }
            },
            write: { record, parent, log in
                guard let text = record[keyPath: key] else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                let all = [LocalizedText(text, language: record[keyPath: language])] + record[keyPath: others]
                for name in all {
                    let node = log.tree.append(.record, under: list)
                    if let text = name.text { log.tree.append(.text, named: "value", text: text, under: node) }
                    if let code = name.language { log.tree.append(.text, named: "lang", text: code, under: node) }
                }
            })
    }

    /// The number of the reference exchange, alone or in a list.
    static var referenceFlowNumber: Field {
        let name: NodeName = "referenceToReferenceFlow"
        let key: Key<String?> = \.declaration.referenceFlow.number
        return Field(
            descriptions: { [FieldDescription(name, FieldPath(key), Spelling<String>.wholeNumber)] },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                var value = node
                if log.tree.kind(of: node) == .list {
                    guard let first = log.tree.firstChild(of: node) else { return }
                    log.claim(first)
                    value = first
                }
                record[keyPath: key] = log.value(of: value, name, as: .wholeNumber, key, in: scope)
                log.note(key, in: scope, from: value)
            },
            write: { record, parent, log in
                guard let text = record[keyPath: key].flatMap(Spelling<String>.wholeNumber.print) else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                log.tree.append(.number, text: text, under: list)
            })
    }
}

extension ReadLog {
    /// The child called `name`, without counting it as read.
    func firstChild(_ name: NodeName, of parent: NodeID) -> NodeID? {
        tree.children(of: parent).first { tree.isNamed(name, $0) }
    }
}

extension ILCDJSONFields {
    private static let maps = Dictionary(
        uniqueKeysWithValues: ReferenceKind.allCases.map { kind in (kind, makeReference(kind)) })

    /// `GlobalReferenceType`.
    static func reference(_ kind: ReferenceKind) -> RecordMap<Reference> { maps[kind] ?? makeReference(kind) }

    private static func makeReference(_ kind: ReferenceKind) -> RecordMap<Reference> {
        [
            .languages("shortDescription", \.names),
            .referenceKind("type", kind),
            .text("refObjectId", \.identifier),
            .text("version", \.version),
            .text("uri", \.address),
        ]
    }
}

// MARK: Spellings

extension Spelling<String> {
    /// Digits, as a number.
    static let wholeNumber = Spelling(
        "a whole number", kind: .number, shape: .decimal, parse: { $0 },
        print: {
            $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } && ($0 == "0" || !$0.hasPrefix("0")) && !$0.isEmpty ? $0 : nil
        })
}

extension Spelling<DeclarationKind> {
    /// The same; also inside of the XML element that some programs leave around it.
    var withoutMarkup: Spelling {
        var spelling = self
        spelling = Spelling(
            expected: expected, kind: kind, shape: shape,
            parse: { bytes in
                if let value = parse(bytes) { return value }
                guard bytes.first == UInt8(ascii: "<"), let start = bytes.firstIndex(of: UInt8(ascii: ">")),
                    let end = bytes.lastIndex(of: UInt8(ascii: "<")), start < end
                else { return nil }
                return parse(UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]).trimmed)
            }, print: print, correction: correction)
        return spelling
    }
}

extension Spelling<Timestamp> {
    /// Milliseconds since 1970 in UTC, as Java counts them; texts occur, too.
    static let epochTime = Spelling(
        "milliseconds since 1970-01-01", kind: .number, shape: .decimal,
        parse: { text in Int64(text).flatMap { Timestamp(milliseconds: $0) } ?? Timestamp(text) },
        print: { $0.milliseconds.map { String($0) } })

    /// The same for a day, which is midnight in UTC.
    static let epochDay = Spelling(
        "milliseconds since 1970-01-01 of a day", kind: .number, shape: .decimal,
        parse: { text in
            guard let time = Int64(text) else { return Timestamp(text) }
            return Timestamp(milliseconds: time, isDay: time % 86_400_000 == 0)
        },
        print: { $0.milliseconds.map { String($0) } })
}
