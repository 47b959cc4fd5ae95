import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Elements are told by their short names, or by the identifiers of what they mean; values of elements are in `value`,
/// or named by `valueId` alone.
extension ReadLog {
    /// The value of a property, where it has one; that it has none is reported where one is needed.
    mutating func property(
        _ names: [String], _ meaning: String, of node: NodeID, isNeeded: Bool = true
    ) -> NodeID? {
        guard let element = element(names, meaning, of: node) else {
            if isNeeded {
                report(Diagnostic("AAS-001", .error, .missing(names[0]), help: .value), at: node, in: ReadLog.part)
            }
            return nil
        }
        return value(of: element, names[0], isNeeded)
    }

    /// The values of a list of properties, or of one property alone.
    mutating func properties(_ names: [String], _ meaning: String, of node: NodeID) -> [NodeID] {
        guard let element = element(names, meaning, of: node) else {
            report(Diagnostic("AAS-001", .error, .missing(names[0]), help: .value), at: node, in: ReadLog.part)
            return []
        }
        var list = element
        if tree.kind(of: element) == .record {
            noteDescription(of: element)
            guard let found = child("value", of: element) else {
                report(Diagnostic("AAS-001", .error, .empty(names[0]), help: .value), at: element, in: ReadLog.part)
                return []
            }
            list = found
        }
        guard tree.kind(of: list) == .list else { return value(of: list, names[0], true).map { [$0] } ?? [] }
        let items = items(of: list)
        if items.isEmpty {
            report(Diagnostic("AAS-001", .error, .empty(names[0]), help: .value), at: list, in: ReadLog.part)
        }
        return items.compactMap { value(of: $0, names[0], true) }
    }

    private mutating func element(_ names: [String], _ meaning: String, of node: NodeID) -> NodeID? {
        for child in tree.children(of: node) where !isClaimed(child) {
            let isFound =
                tree.kind(of: node) == .list
                ? names.contains { tree.isCalled($0, child) } || tree.means(meaning, child)
                : names.contains { tree.isNamed(NodeName($0), child) }
            if isFound {
                claim(child)
                return child
            }
        }
        return nil
    }

    private mutating func value(of element: NodeID, _ name: String, _ isNeeded: Bool) -> NodeID? {
        guard tree.kind(of: element) == .record else {
            if tree.isLeaf(element), tree.kind(of: element) != .null, !tree.textIsEmpty(element) { return element }
            if isNeeded {
                report(Diagnostic("AAS-001", .error, .empty(name), help: .value), at: element, in: ReadLog.part)
            }
            return nil
        }
        noteDescription(of: element)
        let found = child("value", of: element)
        if let found, tree.isLeaf(found), tree.kind(of: found) != .null, !tree.textIsEmpty(found) {
            if let identifier = tree.firstChild(called: "valueId", of: element) { noteAll(identifier) }
            return found
        }
        if let identifier = child("valueId", of: element), let keys = child("keys", of: identifier),
            let key = tree.children(of: keys).first(where: { tree.kind(of: $0) == .record })
        {
            noteAll(identifier)
            if let value = tree.firstChild(called: "value", of: key) { return value }
        }
        if isNeeded {
            report(Diagnostic("AAS-001", .error, .empty(name), help: .value), at: found ?? element, in: ReadLog.part)
        }
        return nil
    }

    private mutating func noteAll(_ node: NodeID) {
        var waiting = [node]
        while let node = waiting.popLast() {
            noteStructure(node)
            waiting += Array(tree.children(of: node))
        }
    }

    /// Numbers are texts in a shell, and numbers where values stand alone.
    func decimal(_ node: NodeID) -> Spelling<ExactDecimal> { tree.kind(of: node) == .number ? .number : .decimal }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ name: String) -> Self { "\(name) is missing" }
    fileprivate static func empty(_ name: String) -> Self { "\(name) has no value" }
}

extension String {
    fileprivate static let value = "Give the element with a value; what stands in the template is only its name."
}
