import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What writing one part leaves behind: its tree, and what the target asks for that could not be said.
struct WriteLog {
    var tree = SourceTree()
    /// What the target requires and did not get, as findings without a place in the source.
    private(set) var problems: [Diagnostic] = []
    /// Where the record being written stands in the part.
    private var scope: [Step] = []

    private enum Step {
        case key(AnyKeyPath)
        case index(Int)
    }

    init(_ syntax: SourceTree.Syntax) { tree.syntax = syntax }

    mutating func restart() {
        tree.removeAll()
        problems.removeAll()
        scope.removeAll()
    }

    /// Writes what belongs to the record in a property of the one being written.
    mutating func within(_ key: AnyKeyPath, _ body: (inout WriteLog) -> Void) {
        scope.append(.key(key))
        body(&self)
        scope.removeLast()
    }

    /// Writes what belongs to an item of the list in a property of the record being written.
    mutating func within(_ key: AnyKeyPath, _ index: Int, _ body: (inout WriteLog) -> Void) {
        scope.append(.key(key))
        scope.append(.index(index))
        body(&self)
        scope.removeLast(2)
    }

    /// Notes that the target requires a field below `node`, and nothing in the model says it.
    mutating func missing(_ field: FieldDescription, under node: SourceTree.NodeID) {
        let path = here.appending(field.path.flatMap { FieldPath($0) } ?? FieldPath())
        problems.append(
            Diagnostic(
                "TGT-001", .error, .missing(target(field.name, node), path), path: path))
    }

    /// Notes that the target has no way to say a value.
    mutating func unspeakable(
        _ name: NodeName, _ path: FieldPath, _ value: String, expected: String, under node: SourceTree.NodeID
    ) {
        let path = here.appending(path)
        problems.append(
            Diagnostic(
                "TGT-002", .warning, .unspeakable(target(name.description, node), value, expected), help: .accept,
                path: path))
    }

    /// What can't be said is an error where the target requires it.
    mutating func escalateProblems(from start: Int) {
        for index in start..<problems.count { problems[index].severity = .error }
    }

    private var here: FieldPath {
        scope.reduce(into: FieldPath()) { path, step in
            switch step {
            case .key(let key): path = path.appending(FieldPath(key))
            case .index(let index): path = path.appending(.index(index))
            }
        }
    }

    private func target(_ name: String, _ node: SourceTree.NodeID) -> String {
        var steps = [name], current: SourceTree.NodeID? = node
        while let id = current {
            let name = tree.name(of: id)
            if !name.isEmpty { steps.insert(name, at: 0) }
            current = tree.parent(of: id)
        }
        return steps.joined(separator: tree.syntax == .xml ? "/" : ".")
    }
}

extension Diagnostic.Message {
    fileprivate static func missing(_ target: String, _ path: FieldPath) -> Self {
        "the target requires \(target), and the source says nothing of it (\(path))"
    }
    fileprivate static func unspeakable(_ target: String, _ value: String, _ expected: String) -> Self {
        "the target can't say '\(value)' in \(target), which takes \(expected)"
    }
}

extension String {
    fileprivate static let accept = "Choose another target, or accept that it is lost; it is listed in the loss report."
}
