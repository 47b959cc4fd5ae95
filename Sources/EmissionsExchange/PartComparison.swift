import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel

/// Compares a part of the source with what the target says of it.
struct PartComparison {
    enum Fate {
        case carried, converted, kept, dropped, unread
        /// To the value at a position of what an echo says.
        case changed(echo: Int, position: Int)

        /// The kind of loss that this is, if it is one.
        var loss: Loss.Kind? {
            switch self {
            case .carried, .converted, .kept: nil
            case .dropped: .dropped
            case .changed: .changed
            case .unread: .unread
            }
        }
    }

    /// What a value became, in words.
    func words(of fate: Fate) -> String? {
        guard case .changed(let echo, let position) = fate else { return nil }
        return EmissionsExchange.words(leaves[echo].read.values[position].any)
    }

    /// Nothing where all was read back as it is.
    private let source: PartLeaves
    private let leaves: [EchoLeaves]
    private let echoes: [Echo]
    private let restated: PathSet
    private let supplied: PathSet
    private let derived: PathSet
    /// Whether content that is carried at a path was read back, as it is or as it was restated.
    private let kept: [PathTable.ID: Bool]
    private let paths: PathTable
    /// Whether nothing was done to the part and all of it was read back.
    private let isWhole: Bool

    init(
        _ part: SubmissionPart, _ adaptation: Adaptation, _ echoes: [Echo], _ supplied: [FieldPath], _ paths: PathTable
    ) {
        self.echoes = echoes
        self.paths = paths
        self.supplied = PathSet(supplied, paths)
        derived = PathSet(adaptation.derived, paths)
        restated = PathSet(adaptation.restatements.map(\.path), paths)
        let carried = part.carried()
        let found = carried.isEmpty ? [] : Set(echoes.flatMap { $0.part.carried().values })
        let restated = restated
        kept = Dictionary(
            uniqueKeysWithValues: carried.map { place, content in
                let path = paths.path(place)
                if found.contains(content) || !restated.covers(path, paths) { return (path, found.contains(content)) }
                return (path, echoes.contains { $0.adapted.carried()[place].map(found.contains) ?? false })
            })
        isWhole =
            echoes.count == 1 && adaptation.restatements.isEmpty && echoes[0].moves.isEmpty
            && echoes[0].adapted == part && echoes[0].part == part
        source = isWhole ? PartLeaves(paths) : PartLeaves(part, paths)
        leaves = isWhole ? [] : echoes.map { EchoLeaves($0, paths) }
    }

    /// What became of a field of the source's part that was written `spelled` there.
    func fate(of path: PathTable.ID, spelled: UnsafeBufferPointer<UInt8>) -> Fate {
        if let isKept = isKept(path) { return isKept ? .kept : .unread }
        if isWhole {
            if echoes[0].isKept(path) { return .kept }
            return echoes[0].isSpelled(spelled, path) ?? true ? .carried : .converted
        }
        let positions = source.under(path)
        guard !positions.isEmpty, let (index, place) = firstPlace(of: path) else { return .dropped }
        var fate = Fate.carried
        let echo = echoes[index], leaves = leaves[index]
        for position in positions {
            let leaf = source.pathsOfValues[position]
            guard let target = leaf == path ? place : echo.moves.place(of: leaf),
                let wanted = leaves.adapted.position(of: target), let found = leaves.read.position(of: target)
            else { return .dropped }
            let stated: Likeness =
                restated.covers(leaf, paths)
                ? .sameValue : Likeness(of: position, in: source, and: wanted, in: leaves.adapted)
            switch (stated, leaves.likeness(of: wanted, found)) {
            case (.same, .same): continue
            case (.different, _), (_, .different): return .changed(echo: index, position: found)
            default: fate = .converted
            }
        }
        if echo.isKept(place) { return .kept }
        if case .carried = fate, echo.isSpelled(spelled, place) == false { return .converted }
        return fate
    }

    /// Where in the output a field of the source's part is said.
    func target(of path: PathTable.ID) -> SourceLocation? {
        guard let (index, place) = firstPlace(of: path) else { return nil }
        return echoes[index].location(of: place)
    }

    @inline(__always)
    private func firstPlace(of path: PathTable.ID) -> (Int, PathTable.ID)? {
        for index in echoes.indices {
            if let place = echoes[index].moves.place(of: path) { return (index, place) }
        }
        return nil
    }

    /// Whether the carried content that the field is a part of was read back; `nil` where there is none.
    private func isKept(_ path: PathTable.ID) -> Bool? {
        guard !kept.isEmpty else { return nil }
        return sequence(first: path) { paths.parent(of: $0) }.lazy.compactMap { kept[$0] }.first
    }

    /// Calls `body` with each value that the target says and the source does not.
    func forEachAddition(
        _ body: (_ path: PathTable.ID, _ value: ModelValue, _ target: () -> SourceLocation?) -> Void
    ) {
        guard !isWhole else { return }
        for index in echoes.indices {
            let leaves = leaves[index], moves = echoes[index].moves
            for position in leaves.read.values.indices {
                let path = leaves.read.pathsOfValues[position]
                let origin = moves.origin(of: path)
                if source.position(of: origin) != nil { continue }
                if restated.covers(origin, paths) || supplied.covers(origin, paths) || derived.covers(origin, paths) {
                    continue
                }
                body(origin, leaves.read.values[position]) { echoes[index].location(of: path) }
            }
        }
    }
}

/// What was to be written, and what was read back. A class, since it is asked for every value.
private final class EchoLeaves {
    let adapted: PartLeaves
    let read: PartLeaves
    /// Whether both are the same.
    private let isOne: Bool

    init(_ echo: Echo, _ paths: PathTable) {
        adapted = PartLeaves(echo.adapted, paths)
        isOne = echo.part == echo.adapted
        read = isOne ? adapted : PartLeaves(echo.part, paths)
    }

    /// How what was wanted and what was read compare, by the positions of both.
    func likeness(of wanted: Int, _ found: Int) -> Likeness {
        isOne && wanted == found ? .same : Likeness(of: wanted, in: adapted, and: found, in: read)
    }
}

extension Likeness {
    /// How two values compare that stand where they are, since copying them would cost more.
    fileprivate init(of a: Int, in leaves: PartLeaves, and b: Int, in others: PartLeaves) {
        self = leaves.values.withUnsafeBufferPointer { values in
            others.values.withUnsafeBufferPointer { Likeness(values[a], $0[b]) }
        }
    }
}

/// Some paths and all that is below them.
private struct PathSet {
    private var members = PathNumbers()
    private let isEmpty: Bool

    init(_ members: [FieldPath], _ paths: PathTable) {
        isEmpty = members.isEmpty
        for member in members { self.members[paths.path(member)] = 0 }
    }

    func covers(_ path: PathTable.ID, _ paths: PathTable) -> Bool {
        guard !isEmpty else { return false }
        var current: PathTable.ID? = path
        while let path = current {
            if members[path] != nil { return true }
            current = paths.parent(of: path)
        }
        return false
    }
}
