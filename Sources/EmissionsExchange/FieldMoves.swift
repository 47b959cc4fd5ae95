import EmissionsDiagnostics
import EmissionsFormats

extension [Adaptation.Move] {
    /// Where a field of the target's part was in the source's.
    func origin(of path: FieldPath) -> FieldPath {
        let move = filter { path.hasPrefix($0.to) }.max { $0.to.steps.count < $1.to.steps.count }
        return move.map { FieldPath($0.from.steps + path.steps.dropFirst($0.to.steps.count)) } ?? path
    }
}

/// Moves of fields by the numbers of their paths. A class, since it is asked for every value.
final class NumberedMoves {
    private let paths: PathTable
    private let moves: [(from: PathTable.ID, to: PathTable.ID)]
    /// Which move begins, and which ends, at a path.
    private var starts = PathNumbers()
    private var ends = PathNumbers()

    var isEmpty: Bool { moves.isEmpty }

    init(_ moves: [Adaptation.Move], _ paths: PathTable) {
        self.paths = paths
        self.moves = moves.map { (paths.path($0.from), paths.path($0.to)) }
        for (index, move) in self.moves.enumerated() {
            if starts[move.from] == nil { starts[move.from] = index }
            if ends[move.to] == nil { ends[move.to] = index }
        }
    }

    /// Where a field of the source's part is in the target's; `nil` where it has no place.
    func place(of path: PathTable.ID) -> PathTable.ID? {
        if moves.isEmpty { return path }
        return moved(path, starts) { moves[$0].to }
    }

    /// Where a field of the target's part was in the source's.
    func origin(of path: PathTable.ID) -> PathTable.ID {
        if moves.isEmpty { return path }
        return moved(path, ends) { moves[$0].from } ?? path
    }

    /// The longest part of the path that moved takes the rest along.
    private func moved(
        _ path: PathTable.ID, _ known: PathNumbers, _ goal: (Int) -> PathTable.ID
    ) -> PathTable.ID? {
        var start = path
        while known[start] == nil {
            guard let parent = paths.parent(of: start) else { return nil }
            start = parent
        }
        guard let move = known[start] else { return nil }
        var rest: [PathTable.ID] = []
        var current = path
        while current != start, let parent = paths.parent(of: current) {
            rest.append(current)
            current = parent
        }
        return rest.reversed().reduce(goal(move)) { paths.child(likeLastOf: $1, of: $0) }
    }
}
