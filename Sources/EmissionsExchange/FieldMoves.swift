import EmissionsDiagnostics
import EmissionsFormats

extension [Adaptation.Move] {
    /// Where a field of the source's part is in the target's; `nil` where it has no place.
    func place(of path: FieldPath) -> FieldPath? {
        if isEmpty { return path }
        let move = filter { path.hasPrefix($0.from) }.max { $0.from.steps.count < $1.from.steps.count }
        return move.map { FieldPath($0.to.steps + path.steps.dropFirst($0.from.steps.count)) }
    }

    /// Where a field of the target's part was in the source's.
    func origin(of path: FieldPath) -> FieldPath {
        let move = filter { path.hasPrefix($0.to) }.max { $0.to.steps.count < $1.to.steps.count }
        return move.map { FieldPath($0.from.steps + path.steps.dropFirst($0.to.steps.count)) } ?? path
    }
}
