import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field {
    /// A value of any shape, kept as it is.
    static func content(_ name: NodeName, _ key: Key<CarriedContent?>) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: FieldPath(key).description, spelling: "any value",
                        shape: .anything)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                record[keyPath: key] = log.tree.content(of: node)
                log.claimAll(node)
                log.note(key, in: scope, from: node)
            },
            write: { record, parent, log in
                guard let content = record[keyPath: key] else { return }
                log.tree.append(content, named: name.description, under: parent)
            },
            fill: { record, defaults, path, supplied in
                guard record[keyPath: key] == nil, let content = defaults[keyPath: key] else { return }
                record[keyPath: key] = content
                supplied.append(path.appending(FieldPath(key)))
            })
    }
}

extension SourceTree {
    /// A subtree as a value of its own. XML elements that repeat become lists; attributes keep their `@`.
    func content(of id: NodeID) -> CarriedContent {
        switch kind(of: id) {
        case .text: .text(text(of: id))
        case .number: .number(text(of: id))
        case .bool: .bool(text(of: id) == "true")
        case .null: .null
        case .list: .list(children(of: id).map { content(of: $0) })
        case .record: .record(children(of: id).map { .init(name(of: $0), content(of: $0)) })
        }
    }

    mutating func append(_ content: CarriedContent, named name: String = "", under parent: NodeID) {
        switch content {
        case .text(let text): append(.text, named: name, text: text, under: parent)
        case .number(let text): append(.number, named: name, text: text, under: parent)
        case .bool(let value): append(.bool, named: name, text: String(value), under: parent)
        case .null: append(Kind.null, named: name, under: parent)
        case .list(let items):
            let list = append(Kind.list, named: name, under: parent)
            for item in items { append(item, under: list) }
        case .record(let members):
            let record = append(Kind.record, named: name, under: parent)
            for member in members { append(member.content, named: member.name, under: record) }
        }
    }

    /// Puts carried content back to where it stood below `root`, unless something stands there now.
    mutating func restore(_ carried: Carried, under root: NodeID) {
        var steps = carried.path.split(separator: "/").map { String($0).unescapedPointerStep }
        guard let last = steps.popLast() else { return }
        var current = root
        for step in steps {
            if let child = child(step, of: current) {
                current = child
            } else {
                guard kind(of: current) == .record else { return }
                current = append(.record, named: step, under: current)
            }
        }
        switch kind(of: current) {
        case .record where child(last, of: current) == nil: append(carried.content, named: last, under: current)
        case .list: append(carried.content, under: current)
        default: return
        }
    }

    private func child(_ step: String, of parent: NodeID) -> NodeID? {
        if kind(of: parent) == .list { return children(of: parent).first { String(ordinal(of: $0)) == step } }
        return children(of: parent).first { name(of: $0) == step }
    }
}

extension String {
    fileprivate var unescapedPointerStep: String {
        guard contains("~") else { return self }
        return split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
            .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
    }
}

extension ReadLog {
    /// Keeps what nobody asked for, so that the same format can say it again. Call it when all else was read.
    mutating func carryUnread(_ format: String, to carried: inout [Carried], in scope: ScopeID, _ key: AnyKeyPath) {
        let nodes = unread()
        guard !nodes.isEmpty else { return }
        let list = enter(key, of: scope, at: SourceTree.root)
        for node in nodes {
            let place = enter(index: carried.count, of: list, at: node)
            carried.append(
                Carried(format: format, path: tree.addressBelowRoot(of: node), content: tree.content(of: node)))
            claimAll(node)
            note(nil, in: place, from: node)
        }
    }
}
