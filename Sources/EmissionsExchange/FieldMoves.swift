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
    /// By the paths of the source's part, where they are in the target's, and the other way round, as far as that was
    /// asked for; a number below zero is one of the two below.
    @exclusivity(unchecked) private var places: [Int32] = []
    @exclusivity(unchecked) private var origins: [Int32] = []
    private static let unknown: Int32 = -1, absent: Int32 = -2
    let isEmpty: Bool

    init(_ moves: [Adaptation.Move], _ paths: PathTable) {
        self.paths = paths
        isEmpty = moves.isEmpty
        for move in moves {
            let (from, to) = (paths.path(move.from), paths.path(move.to))
            Self.note(to, of: from, in: &places)
            Self.note(from, of: to, in: &origins)
        }
    }

    /// Where a field of the source's part is in the target's; `nil` where it has no place.
    @inline(__always)
    func place(of path: PathTable.ID) -> PathTable.ID? {
        if isEmpty { return path }
        let index = Int(path.number)
        if index < places.count, places[index] >= 0 { return PathTable.ID(places[index]) }
        return goal(of: path, in: &places)
    }

    /// Where a field of the target's part was in the source's.
    func origin(of path: PathTable.ID) -> PathTable.ID {
        if isEmpty { return path }
        let index = Int(path.number)
        if index < origins.count, origins[index] >= 0 { return PathTable.ID(origins[index]) }
        return goal(of: path, in: &origins) ?? path
    }

    private static func index(of path: PathTable.ID, in goals: inout [Int32]) -> Int {
        let index = Int(path.number)
        if index >= goals.count {
            goals.append(contentsOf: repeatElement(unknown, count: index + index / 2 + 64 - goals.count))
        }
        return index
    }

    /// Of several moves the first counts.
    private static func note(_ goal: PathTable.ID, of path: PathTable.ID, in goals: inout [Int32]) {
        let index = index(of: path, in: &goals)
        if goals[index] == unknown { goals[index] = goal.number }
    }

    /// The longest part of a path that moved takes the rest along.
    private func goal(of path: PathTable.ID, in goals: inout [Int32]) -> PathTable.ID? {
        let index = Self.index(of: path, in: &goals)
        if goals[index] == Self.absent { return nil }
        if goals[index] >= 0 { return PathTable.ID(goals[index]) }
        let around = paths.parent(of: path).flatMap { goal(of: $0, in: &goals) }
        let moved = around.map { paths.child(likeLastOf: path, of: $0) }
        goals[index] = moved?.number ?? Self.absent
        return moved
    }
}
