import EmissionsDiagnostics
import EmissionsSyntax

/// `PATH=VALUE` pairs on their way into a tree, from which the tables read them like any other source.
struct Assignments {
    private(set) var tree: SourceTree
    private(set) var problems: [Diagnostic] = []

    init() {
        tree = SourceTree()
        // A syntax in which every value is text.
        tree.syntax = .csv
        tree.append(.record)
    }

    mutating func add(_ pair: String) {
        guard let sign = pair.firstIndex(of: "="), let path = FieldPath(String(pair[..<sign])) else {
            problems.append(Diagnostic("DEF-004", .error, .notAPair(pair), help: .pair))
            return
        }
        let value = String(pair[pair.index(after: sign)...])
        guard value.contains(where: { !$0.isWhitespace }) else {
            problems.append(Diagnostic("DEF-004", .error, .noValue(path), help: .value, path: path))
            return
        }
        switch DefaultPaths.find(path) {
        case .nothing(let problem): problems.append(problem)
        case .value(let row): set(row, path, to: value)
        case .emissions(let amount, let unit):
            let halves = value.split(separator: " ", maxSplits: 1)
            guard halves.count == 2 else {
                problems.append(Diagnostic("DEF-004", .error, .noUnit(path, value), help: .unit(path), path: path))
                return
            }
            set(amount, path, to: String(halves[0]))
            set(unit, path, to: String(halves[1]))
        }
    }

    private mutating func set(_ row: DefaultPaths.Row, _ path: FieldPath, to value: String) {
        let positions = DefaultPaths.withoutSection(path).positions
        var current = member(row.section.rawValue, of: SourceTree.root, .record)
        for (index, step) in row.steps.enumerated() {
            let isLast = index == row.steps.count - 1
            let position = index < positions.count ? positions[index] : nil
            guard position == nil || step.isList else {
                problems.append(Diagnostic("DEF-007", .error, .noList(step.name, path), help: .noPosition, path: path))
                return
            }
            if step.isList {
                current = member(step.name, of: current, .list)
                let count = tree.children(of: current).reduce(0) { count, _ in count + 1 }
                let place = position ?? (isLast ? count : 0)
                guard place <= count else {
                    problems.append(
                        Diagnostic("DEF-005", .error, .gap(step.name, place, count), help: .gap, path: path))
                    return
                }
                let item = place < count ? Array(tree.children(of: current))[place] : nil
                if isLast {
                    setLeaf(item, named: "", of: current, to: value, path)
                } else {
                    current = item ?? tree.append(.record, under: current)
                }
            } else if isLast {
                setLeaf(find(step.name, in: current), named: step.name, of: current, to: value, path)
            } else {
                current = member(step.name, of: current, .record)
            }
        }
    }

    private mutating func setLeaf(
        _ known: SourceTree.NodeID?, named name: String, of parent: SourceTree.NodeID, to value: String,
        _ path: FieldPath
    ) {
        guard known == nil else {
            problems.append(Diagnostic("DEF-006", .error, .twice(path), help: .once, path: path))
            return
        }
        tree.append(.text, named: name, text: value, under: parent)
    }

    private func find(_ name: String, in parent: SourceTree.NodeID) -> SourceTree.NodeID? {
        tree.children(of: parent).first { tree.name(of: $0) == name }
    }

    private mutating func member(
        _ name: String, of parent: SourceTree.NodeID, _ kind: SourceTree.Kind
    ) -> SourceTree.NodeID {
        find(name, in: parent) ?? tree.append(kind, named: name, under: parent)
    }
}

extension FieldPath {
    /// For each name the position that follows it, if any.
    fileprivate var positions: [Int?] {
        steps.reduce(into: []) { positions, step in
            switch step {
            case .name: positions.append(nil)
            case .index(let index): positions[positions.count - 1] = index
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func notAPair(_ pair: String) -> Self { "'\(pair)' is no default, expected PATH=VALUE" }
    fileprivate static func noValue(_ path: FieldPath) -> Self { "'\(path)' is set to nothing" }
    fileprivate static func noUnit(_ path: FieldPath, _ value: String) -> Self {
        "'\(path)' is set to '\(value)', expected an amount and a unit"
    }
    fileprivate static func noList(_ name: String, _ path: FieldPath) -> Self {
        "'\(path)' gives a position in \(name), which is no list"
    }
    fileprivate static func gap(_ name: String, _ place: Int, _ count: Int) -> Self {
        "position \(place) of \(name) is set, and \(count == 0 ? "none" : "only \(count)") before it"
    }
    fileprivate static func twice(_ path: FieldPath) -> Self { "'\(path)' is set twice" }
}

extension String {
    fileprivate static let pair = "Write a path of the model, an equals sign and a value: declaredUnit.amount=12."
    fileprivate static let value = "Write a value after the equals sign, or leave the pair out."
    fileprivate static func unit(_ path: FieldPath) -> String { "Write it like '\(path)=1.5 kgCO2e'." }
    fileprivate static let noPosition = "Leave the position in brackets out."
    fileprivate static let gap = "Count positions from 0, and set them in order."
    fileprivate static let once = "Keep one of the two."
}
