import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field {
    /// A list of values, each in an object with one member; up to version 4 also what is a plain list later. Both are
    /// read.
    static func wrapped<Value: Hashable & Sendable>(
        _ name: NodeName, _ member: NodeName, _ key: Key<[Value]>, as spelling: Spelling<Value>, isWrapped: Bool = true
    ) -> Field {
        Field(
            descriptions: {
                let name = isWrapped ? "\(name)[].\(member)" : name.description
                return [
                    FieldDescription(
                        name: name, path: FieldPath(key).description,
                        spelling: isWrapped ? spelling.expected : "a list; each " + spelling.expected, isList: true,
                        shape: spelling.shape)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isList(node, name, key, in: scope) else { return }
                let list = log.enter(key, of: scope, at: node)
                for item in log.items(of: node) {
                    var value = item
                    if log.tree.kind(of: item) == .record {
                        guard let inner = log.child(member, of: item) else {
                            log.report(
                                Diagnostic("CX-003", .warning, .empty(name, member), help: .entry), at: item, in: list)
                            continue
                        }
                        value = inner
                    }
                    guard let read = log.value(of: value, member, as: spelling, nil, in: list) else { continue }
                    let place = log.enter(index: record[keyPath: key].count, of: list, at: value)
                    log.note(nil, in: place, from: value)
                    record[keyPath: key].append(read)
                }
            },
            write: { record, parent, log in
                guard !record[keyPath: key].isEmpty else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                for (index, value) in record[keyPath: key].enumerated() {
                    guard let text = spelling.print(value) else {
                        log.unspeakable(
                            name, FieldPath(key).appending(.index(index)), "\(value)", expected: spelling.expected,
                            under: parent)
                        continue
                    }
                    let item = isWrapped ? log.tree.append(.record, under: list) : list
                    log.tree.append(.text, named: isWrapped ? member.description : "", text: text, under: item)
                }
                if !log.tree.hasChildren(list) { log.tree.removeLast(list) }
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key].isEmpty, !defaults[keyPath: key].isEmpty else { return }
                record[keyPath: key] = defaults[keyPath: key]
                supplied.append(path.appending(FieldPath(key)))
            })
    }

    /// A text, which version 8 writes as a list of one.
    static func textOrFirst(_ name: NodeName, _ key: Key<String?>) -> Field {
        let plain = Field.text(name, key)
        return Field(
            descriptions: plain.descriptions,
            read: { parent, scope, record, log in
                let found = log.tree.children(of: parent).first { log.tree.isNamed(name, $0) }
                guard let node = found, log.tree.kind(of: node) == .list else {
                    return plain.read(parent, scope, &record, &log)
                }
                log.claim(node)
                guard let first = log.tree.children(of: node).first(where: { _ in true }) else { return }
                log.claim(first)
                guard let text = log.value(of: first, name, as: .text, key, in: scope) else { return }
                record[keyPath: key] = text
                log.note(key, in: scope, from: first)
            }, write: plain.write, fill: plain.fill)
    }
}

extension Diagnostic.Message {
    fileprivate static func empty(_ name: NodeName, _ member: NodeName) -> Self {
        "an entry of \(name) has no \(member), so that it names nothing"
    }
}

extension String {
    fileprivate static let entry = "Give what the entry is to name, or leave it out."
}
