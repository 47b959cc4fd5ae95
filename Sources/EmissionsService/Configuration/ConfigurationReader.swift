import EmissionsDiagnostics
import EmissionsSyntax

/// Reads what is set in a YAML file, and notes what is wrong with it.
struct ConfigurationReader {
    private var tree: SourceTree
    private(set) var problems: [Diagnostic] = []
    /// What was set, by name.
    private(set) var names: Set<String> = []

    init(_ tree: SourceTree) { self.tree = tree }

    mutating func read(into configuration: inout ServiceConfiguration) {
        guard tree.kind(of: SourceTree.root) == .record else {
            return report(
                "CFG-002", "the configuration is not made of keys with values", "Write KEY: VALUE, a line each.",
                SourceTree.root)
        }
        for group in tree.children(of: SourceTree.root) { readGroup(group, &configuration) }
    }

    private mutating func readGroup(_ group: SourceTree.NodeID, _ configuration: inout ServiceConfiguration) {
        let name = tree.name(of: group)
        guard Self.groups.contains(name) else {
            return report(
                "CFG-001", "there is no '\(name.prefix(80))' to set\(Suggestion(for: name, among: Self.groups))",
                "There are \(Self.groups.joined(separator: ", ")); `emx settings` lists what each may have.", group)
        }
        guard tree.kind(of: group) == .record else {
            return report(
                "CFG-002", "\(name) is \(found(group)), must have keys with values",
                "Write what belongs to \(name) below it, indented.", group)
        }
        let known = Setting.all.map(\.name).filter { $0.hasPrefix(name + ".") }.map {
            String($0.dropFirst(name.count + 1))
        }
        for node in tree.children(of: group) {
            let key = tree.name(of: node)
            guard let setting = Setting.named("\(name).\(key)") else {
                report(
                    "CFG-001", "\(name) has no '\(key.prefix(80))'\(Suggestion(for: key, among: known))",
                    "It may have \(known.joined(separator: ", ")).", node)
                continue
            }
            guard let text = text(node), setting.set(&configuration, text) else {
                report(
                    "CFG-002", "\(setting.name) is \(found(node)), must be \(setting.expected)",
                    "Write \(setting.expected).", node)
                continue
            }
            names.insert(setting.name)
        }
    }

    private static let groups = Setting.all.map { String($0.name.prefix { $0 != "." }) }.reduce(into: [String]()) {
        if $0.last != $1 { $0.append($1) }
    }

    /// A single value, or those of a list with commas between them.
    private func text(_ node: SourceTree.NodeID) -> String? {
        if tree.isLeaf(node) { return tree.text(of: node) }
        guard tree.kind(of: node) == .list, tree.children(of: node).allSatisfy(tree.isLeaf) else { return nil }
        return tree.children(of: node).map(tree.text).joined(separator: ",")
    }

    private func found(_ node: SourceTree.NodeID) -> String {
        text(node).map { "'\($0.prefix(80))'" } ?? "no single value"
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ message: Diagnostic.Message, _ help: String, _ node: SourceTree.NodeID
    ) {
        problems.append(
            Diagnostic(
                code, .error, message, help: help, location: tree.location(of: node), excerpt: tree.excerpt(of: node)))
    }
}
