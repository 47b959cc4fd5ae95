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
    private let places: MovedPaths
    private let origins: MovedPaths
    let isEmpty: Bool

    init(_ moves: [Adaptation.Move], _ paths: PathTable) {
        self.paths = paths
        isEmpty = moves.isEmpty
        let moves = moves.map { (from: paths.path($0.from), to: paths.path($0.to)) }
        places = MovedPaths(moves.lazy.map { ($0.from, $0.to) })
        origins = MovedPaths(moves.lazy.map { ($0.to, $0.from) })
    }

    /// Where a field of the source's part is in the target's; `nil` where it has no place.
    func place(of path: PathTable.ID) -> PathTable.ID? { isEmpty ? path : places.goal(of: path, in: paths) }

    /// Where a field of the target's part was in the source's.
    func origin(of path: PathTable.ID) -> PathTable.ID {
        isEmpty ? path : origins.goal(of: path, in: paths) ?? path
    }
}

/// Where moves lead, as far as that was asked for: the longest part of a path that moved takes the rest along.
private final class MovedPaths {
    /// By path; a number below zero is one of the two below.
    @exclusivity(unchecked) private var goals: [Int32] = []
    private static let unknown: Int32 = -1, nowhere: Int32 = -2

    init(_ moves: some Sequence<(start: PathTable.ID, goal: PathTable.ID)>) {
        for (start, goal) in moves {
            let place = index(of: start)
            if goals[place] == Self.unknown { goals[place] = goal.number }
        }
    }

    private func index(of path: PathTable.ID) -> Int {
        let index = Int(path.number)
        if index >= goals.count {
            goals.append(contentsOf: repeatElement(Self.unknown, count: index + index / 2 + 64 - goals.count))
        }
        return index
    }

    func goal(of path: PathTable.ID, in paths: PathTable) -> PathTable.ID? {
        let place = index(of: path)
        if goals[place] == Self.nowhere { return nil }
        if goals[place] >= 0 { return PathTable.ID(goals[place]) }
        let around = paths.parent(of: path).flatMap { goal(of: $0, in: paths) }
        let moved = around.map { paths.child(likeLastOf: path, of: $0) }
        goals[place] = moved?.number ?? Self.nowhere
        return moved
    }
}
