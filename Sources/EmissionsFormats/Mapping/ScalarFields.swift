import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field {
    /// One value, in a node of its own. `aliases` are misspellings that occur; each use is reported.
    static func scalar<Value: Hashable & Sendable>(
        _ name: NodeName, _ key: Key<Value?>, as spelling: Spelling<Value>, aliases: [NodeName] = []
    ) -> Field {
        let property = StoredProperty(key), kind = ModelValue.Kind(of: Value.self)
        return Field(
            descriptions: { [FieldDescription(name, FieldPath(key), spelling)] },
            read: { parent, scope, record, log in
                guard let node = log.child(name, aliases, of: parent, scope) else { return }
                guard let value = log.value(of: node, name, as: spelling, key, in: scope) else { return }
                property.modify(&record) { $0 = value }
                log.note(key, in: scope, from: node)
            },
            write: { record, parent, log in
                guard let value = property[record] else { return }
                guard let text = spelling.print(value) else {
                    log.unspeakable(
                        name, FieldPath(key), describe(value), expected: spelling.expected, under: parent)
                    return
                }
                log.tree.append(spelling.kind, named: name.description, text: text, under: parent)
            },
            fill: { record, defaults, path, supplied in
                guard let value = property[defaults], property[record] == nil else { return }
                property.modify(&record) { $0 = value }
                supplied.append(path.appending(FieldPath(key)))
            },
            visit: { record, path, leaves in
                property.visit(record) { value in
                    guard let value = value.pointee else { return }
                    leaves.add(kind.value(value), at: key, of: path)
                }
            })
    }

    static func text(_ name: NodeName, _ key: Key<String?>, aliases: [NodeName] = []) -> Field {
        scalar(name, key, as: .text, aliases: aliases)
    }
    static func decimal(_ name: NodeName, _ key: Key<ExactDecimal?>) -> Field { scalar(name, key, as: .decimal) }
    static func timestamp(_ name: NodeName, _ key: Key<Timestamp?>) -> Field { scalar(name, key, as: .timestamp) }
    static func dateTime(_ name: NodeName, _ key: Key<Timestamp?>) -> Field { scalar(name, key, as: .dateTime) }

    /// A list of values.
    static func list<Value: Hashable & Sendable>(
        _ name: NodeName, _ key: Key<[Value]>, as spelling: Spelling<Value>
    ) -> Field {
        let property = StoredProperty(key), kind = ModelValue.Kind(of: Value.self)
        return Field(
            descriptions: { [FieldDescription(listOf: spelling, name, FieldPath(key))] },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isList(node, name, key, in: scope) else { return }
                log.note(key, in: scope, from: node)
                let list = log.enter(key, of: scope, at: node)
                for item in log.items(of: node) {
                    let index = property[record].count
                    guard let value = log.value(of: item, name, as: spelling, nil, in: list) else { continue }
                    property.modify(&record) { $0.append(value) }
                    log.note(nil, in: log.enter(index: index, of: list, at: item), from: item)
                }
            },
            write: { record, parent, log in
                let values = property[record]
                guard !values.isEmpty else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                for (index, value) in values.enumerated() {
                    guard let text = spelling.print(value) else {
                        log.unspeakable(
                            name, FieldPath(key).appending(.index(index)), describe(value),
                            expected: spelling.expected, under: parent)
                        continue
                    }
                    log.tree.append(spelling.kind, text: text, under: list)
                }
                if !log.tree.hasChildren(list) { log.tree.removeLast(list) }
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key].isEmpty, !defaults[keyPath: key].isEmpty else { return }
                record[keyPath: key] = defaults[keyPath: key]
                supplied.append(path.appending(FieldPath(key)))
            },
            visit: { record, path, leaves in
                property.visit(record) { values in
                    leaves.addItems(values, at: key, of: path) { value, path, leaves in
                        leaves.add(kind.value(value.pointee), at: path)
                    }
                }
            })
    }

    static func texts(_ name: NodeName, _ key: Key<[String]>) -> Field { list(name, key, as: .text) }

    /// A value the format always writes the same way.
    static func constant(_ name: NodeName, _ text: String) -> Field {
        Field(
            descriptions: { [FieldDescription(name: name.description, path: nil, spelling: "always `\(text)`")] },
            read: { parent, _, _, log in _ = log.child(name, of: parent) },
            write: { _, parent, log in log.tree.append(.text, named: name.description, text: text, under: parent) })
    }
}

/// A value in words, for a message.
private func describe(_ value: some Any) -> String {
    if let value = value as? Timestamp { return value.written }
    if let value = value as? any RawRepresentable { return "\(value.rawValue)" }
    return "\(value)"
}

extension ReadLog {
    /// The child called `name`, or by one of its misspellings, which is reported.
    mutating func child(_ name: NodeName, _ aliases: [NodeName], of parent: NodeID, _ scope: ScopeID) -> NodeID? {
        if let node = child(name, of: parent) { return node }
        for alias in aliases {
            if let node = child(alias, of: parent) {
                var finding = Diagnostic("READ-007", .warning, .misspelled(alias, name), help: .spelling(name))
                finding.fix = Fix(.safe, .name(name.description))
                report(finding, at: node, in: scope)
                return node
            }
        }
        return nil
    }

    /// The value at `node`, or `nil` where there is none or it can't be read, which is then reported. Without a `name`
    /// the node is called as it is in the file.
    mutating func value<Value>(
        of node: NodeID, _ name: NodeName?, as spelling: Spelling<Value>, _ key: AnyKeyPath?,
        in scope: ScopeID
    ) -> Value? {
        let kind = tree.kind(of: node)
        if kind == .null {
            noteNull(node)
            return nil
        }
        guard tree.isLeaf(node) else {
            markUnreadable(node)
            report(
                Diagnostic(
                    "READ-001", .error, .notScalar(name ?? NodeName(tree.name(of: node)), kind, spelling.expected),
                    help: .correct), at: node,
                key,
                in: scope)
            return nil
        }
        if tree.syntax == .json {
            if let value = tree.withText(of: node, spelling.parse) {
                if kind != spelling.kind {
                    reportKind(node, name ?? NodeName(tree.name(of: node)), kind, spelling.kind, key, scope)
                }
                if let isIncomplete = spelling.isIncomplete, isIncomplete(value) {
                    reportIncomplete(node, name ?? NodeName(tree.name(of: node)), key, scope)
                }
                return value
            }
        } else {
            if tree.textIsEmpty(node) {
                if tree.syntax == .xml { reportEmpty(node, name ?? NodeName(tree.name(of: node)), key, scope) }
                return nil
            }
            if corrections.decimals.isLooking, case .decimal = spelling.correction { noteDecimalMark(of: node) }
            let (value, wasPadded, isBlank) = tree.withText(of: node) { bytes in
                let trimmed = bytes.trimmed
                return (
                    trimmed.isEmpty ? nil : spelling.parse(trimmed), trimmed.count != bytes.count, trimmed.isEmpty
                )
            }
            if isBlank {
                if tree.syntax == .xml { reportEmpty(node, name ?? NodeName(tree.name(of: node)), key, scope) }
                return nil
            }
            if let value {
                if wasPadded { notePadding(node) }
                if let isIncomplete = spelling.isIncomplete, isIncomplete(value) {
                    reportIncomplete(node, name ?? NodeName(tree.name(of: node)), key, scope)
                }
                return value
            }
        }
        return reportUnreadable(node, name ?? NodeName(tree.name(of: node)), spelling, key, scope)
    }

    /// - Returns: What it means nevertheless, where corrections are made.
    private mutating func reportUnreadable<Value>(
        _ node: NodeID, _ name: NodeName, _ spelling: Spelling<Value>, _ key: AnyKeyPath?, _ scope: ScopeID
    ) -> Value? {
        let expected = spelling.expected
        let text =
            tree.syntax == .json
            ? tree.text(of: node) : tree.withText(of: node) { String(decoding: $0.trimmed, as: UTF8.self) }
        if case .tooLong = tree.withText(of: node, { ExactDecimal.read($0.trimmed) }), expected.hasPrefix("a decimal") {
            markUnreadable(node)
            report(
                Diagnostic("READ-005", .error, .tooLong(name, text), help: .shorten), at: node, key, in: scope)
            return nil
        }
        let correction = correction(of: node, as: spelling)
        var finding = Diagnostic("READ-002", .error, .unreadable(name, text, expected), help: .hint(text, expected))
        finding.fix = correction?.fix
        let isFixed = report(finding, at: node, key, in: scope).fix.map { corrections.makes($0.safety) } ?? false
        if !isFixed { markUnreadable(node) }
        return isFixed ? correction?.value : nil
    }

    private mutating func reportKind(
        _ node: NodeID, _ name: NodeName, _ found: SourceTree.Kind, _ expected: SourceTree.Kind, _ key: AnyKeyPath?,
        _ scope: ScopeID
    ) {
        var finding = Diagnostic("READ-008", .warning, .kind(name, found, expected), help: .kind(expected))
        let text = tree.text(of: node)
        finding.fix = Fix(.safe, expected == .text ? .text(text) : .literal(text))
        report(finding, at: node, key, in: scope)
    }

    private mutating func reportIncomplete(_ node: NodeID, _ name: NodeName, _ key: AnyKeyPath?, _ scope: ScopeID) {
        let text = tree.withText(of: node) { String(decoding: $0.trimmed, as: UTF8.self) }
        var finding = Diagnostic("READ-010", .warning, .withoutTime(name, text), help: .time)
        finding.fix = DateText.corrected(text).map { Fix(.unsafe, .text($0.text.atMidnight)) }
        report(finding, at: node, key, in: scope)
    }

    private mutating func reportEmpty(_ node: NodeID, _ name: NodeName, _ key: AnyKeyPath?, _ scope: ScopeID) {
        report(Diagnostic("READ-004", .warning, .empty(name), help: .empty), at: node, key, in: scope)
    }

    /// Whether the node is a list; reports it where it isn't.
    mutating func isList(_ node: NodeID, _ name: NodeName, _ key: AnyKeyPath?, in scope: ScopeID) -> Bool {
        expect(.list, "a list", node, name, key, scope)
    }

    /// Whether the node is a record; reports it where it isn't.
    mutating func isRecord(_ node: NodeID, _ name: NodeName, _ key: AnyKeyPath?, in scope: ScopeID) -> Bool {
        if tree.syntax == .xml, tree.kind(of: node) == .text {
            if tree.hasChildren(node), tree.textIsEmpty(node) { return true }
            if tree.withText(of: node, { $0.trimmed.isEmpty }) {
                reportEmpty(node, name, key, scope)
                return false
            }
        }
        return expect(
            .record, tree.syntax == .xml ? "an element with elements in it" : "an object", node, name, key, scope)
    }

    private mutating func expect(
        _ kind: SourceTree.Kind, _ words: String, _ node: NodeID, _ name: NodeName, _ key: AnyKeyPath?, _ scope: ScopeID
    ) -> Bool {
        let found = tree.kind(of: node)
        if found == kind { return true }
        if found == .null {
            noteNull(node)
            return false
        }
        markUnreadable(node)
        report(Diagnostic("READ-001", .error, .notScalar(name, found, words), help: .correct), at: node, key, in: scope)
        return false
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Without the white space at its ends.
    var trimmed: UnsafeBufferPointer<UInt8> {
        var start = 0, end = count
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: self[start..<end])
    }
}

extension SourceTree {
    /// The text of a node without the white space at its ends.
    func trimmedText(of id: NodeID) -> String {
        withText(of: id) { String(decoding: $0.trimmed, as: UTF8.self) }
    }
}

extension SourceTree.Kind {
    var words: String {
        switch self {
        case .record: "an object"
        case .list: "a list"
        case .text: "text"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func notScalar(_ name: NodeName, _ found: SourceTree.Kind, _ expected: String) -> Self {
        "\(name) is \(found.words), expected \(expected)"
    }
    fileprivate static func unreadable(_ name: NodeName, _ text: String, _ expected: String) -> Self {
        "\(name) is '\(text.prefix(80))', expected \(expected)"
    }
    fileprivate static func tooLong(_ name: NodeName, _ text: String) -> Self {
        "\(name) has \(text.filter(\.isNumber).count) digits ('\(text.prefix(24))…'), more than the 38 that are kept exactly"
    }
    fileprivate static func kind(_ name: NodeName, _ found: SourceTree.Kind, _ expected: SourceTree.Kind) -> Self {
        "\(name) is written as \(found.words), the format writes it as \(expected.words)"
    }
    fileprivate static func empty(_ name: NodeName) -> Self { "\(name) is there but empty, read as not given" }
    fileprivate static func withoutTime(_ name: NodeName, _ text: String) -> Self {
        "\(name) is '\(text)', a date without a time of day"
    }
    fileprivate static func misspelled(_ found: NodeName, _ name: NodeName) -> Self {
        "\(found) is a misspelling, read as \(name)"
    }
}

extension String {
    fileprivate static let correct = "Correct the structure at this place; what stands here was not read."
    fileprivate static let time = "Write a date and time such as 2026-01-31T00:00:00Z."
    fileprivate static let shorten = "Give the number with at most 38 digits."
    fileprivate static let empty = "Leave the element out, or give its value."
    fileprivate static func spelling(_ name: NodeName) -> String { "Spell it \(name)." }
    fileprivate static func kind(_ kind: SourceTree.Kind) -> String {
        kind == .text ? "Put the value in quotation marks." : "Write the value without quotation marks."
    }
    fileprivate static func hint(_ text: String, _ expected: String) -> String {
        expected.hasPrefix("a decimal") && text.contains(",")
            ? "Use a decimal point, and no separator between thousands." : "Write \(expected)."
    }
}
