import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field {
    /// What other formats said beyond the model, as it is; what `own` said stands at its own place instead.
    static func carried(_ name: NodeName, _ key: Key<[Carried]>, except own: String) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: FieldPath(key).description,
                        spelling: "a list; each " + Carried.expected, isList: true, shape: .carried)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent), log.isList(node, name, key, in: scope) else { return }
                let list = log.enter(key, of: scope, at: node)
                for item in log.items(of: node) {
                    let place = log.enter(index: record[keyPath: key].count, of: list, at: item)
                    log.claimAll(item)
                    guard let carried = Carried(log.tree.content(of: item)) else {
                        log.markUnreadable(item)
                        log.report(
                            Diagnostic("READ-001", .error, .notCarried(name), help: .carried), at: item, in: place)
                        continue
                    }
                    record[keyPath: key].append(carried)
                    log.note(nil, in: place, from: item)
                }
            },
            write: { record, parent, log in
                let others = record[keyPath: key].filter { $0.format != own }
                guard !others.isEmpty else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                for carried in others { log.tree.append(carried.record, under: list) }
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key].isEmpty, !defaults[keyPath: key].isEmpty else { return }
                record[keyPath: key] = defaults[keyPath: key]
                supplied.append(path.appending(FieldPath(key)))
            })
    }
}

/// Carried content as a record of its own: `{"format": …, "path": …, "content": …}`.
extension Carried {
    static let expected = "an object of format, path and content"

    /// - Returns: `nil` for anything but a record with these three members.
    init?(_ record: CarriedContent) {
        guard case .record(let members) = record, members.count == 3 else { return nil }
        func member(_ name: String) -> CarriedContent? { members.first { $0.name == name }?.content }
        guard case .text(let format)? = member("format"), case .text(let path)? = member("path"),
            let content = member("content")
        else { return nil }
        self.init(format: format, path: path, content: content)
    }

    var record: CarriedContent {
        .record([.init("format", .text(format)), .init("path", .text(path)), .init("content", content)])
    }
}

extension Diagnostic.Message {
    fileprivate static func notCarried(_ name: NodeName) -> Self { "an item of \(name) is not \(Carried.expected)" }
}

extension String {
    fileprivate static let carried = "Give each item the members format, path and content, and no others."
}
