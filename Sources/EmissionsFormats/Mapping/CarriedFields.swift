import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Field {
    /// A value of any shape, kept as it is.
    static func content(_ name: NodeName, _ key: Key<CarriedContent?>) -> Field {
        let property = StoredProperty(key)
        return Field(
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
            },
            visit: { record, path, leaves in
                property.visit(record) { content in
                    if let content = content.pointee { leaves.add(.other(content), at: key, of: path) }
                }
            })
    }
}

extension SourceTree {
    /// A subtree as a value of its own. XML elements that repeat stand side by side; attributes keep their `@`, and text
    /// beside them is called `#text`.
    func content(of id: NodeID) -> CarriedContent {
        switch kind(of: id) {
        case .text where hasChildren(id):
            .record(
                children(of: id).map { .init(name(of: $0), content(of: $0)) }
                    + (textIsEmpty(id) ? [] : [.init("#text", .text(text(of: id)))]))
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
        var steps = syntax == .xml ? carried.path.xpathSteps : carried.path.pointerSteps
        guard let last = steps.popLast() else { return }
        var current = root
        for (index, step) in steps.enumerated() {
            if let child = child(step, of: current) {
                current = child
            } else {
                guard isOpen(current) || kind(of: current) == .list else { return }
                let next = index + 1 < steps.count ? steps[index + 1] : last
                let isList = syntax == .json && next.name.utf8.allSatisfy { 0x30...0x39 ~= $0 }
                let name = kind(of: current) == .list ? "" : step.name
                current = append(isList ? .list : .record, named: name, under: current)
            }
        }
        if kind(of: current) == .list {
            append(carried.content, under: current)
        } else if isOpen(current), child(last, of: current) == nil {
            append(carried.content, named: last.name, under: current)
        }
    }

    /// Whether a node takes children: in XML, also one with a text of its own.
    private func isOpen(_ id: NodeID) -> Bool { kind(of: id) == .record || syntax == .xml && kind(of: id) == .text }

    private func child(_ step: PathStep, of parent: NodeID) -> NodeID? {
        if kind(of: parent) == .list { return children(of: parent).first { String(ordinal(of: $0)) == step.name } }
        var position = step.position
        for child in children(of: parent) where name(of: child) == step.name {
            position -= 1
            if position == 0 { return child }
        }
        return nil
    }
}

private struct PathStep {
    var name: String
    /// Among siblings of the same name, counted from 1.
    var position = 1
}

extension String {
    fileprivate var pointerSteps: [PathStep] {
        split(separator: "/").map { PathStep(name: String($0).unescapedPointerStep) }
    }

    /// The steps of an XPath as addresses have it: `/a/b[2]/{http://example.com/ns}c`.
    fileprivate var xpathSteps: [PathStep] {
        var steps: [PathStep] = []
        var name = "", isInNamespace = false
        for character in self + "/" {
            switch character {
            case "{": isInNamespace = true
            case "}": isInNamespace = false
            case "/" where !isInNamespace:
                if !name.isEmpty { steps.append(PathStep(xpath: name)) }
                name = ""
                continue
            default: break
            }
            name.append(character)
        }
        return steps
    }
}

extension PathStep {
    fileprivate init(xpath step: String) {
        guard step.hasSuffix("]"), let start = step.lastIndex(of: "["),
            let position = Int(step[step.index(after: start)...].dropLast())
        else {
            self.init(name: step)
            return
        }
        self.init(name: String(step[..<start]), position: position)
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
