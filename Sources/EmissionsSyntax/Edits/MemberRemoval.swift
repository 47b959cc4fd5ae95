import EmissionsDiagnostics

extension SourceTree {
    /// Edits that take members out of their JSON objects, each with the comma that it no longer needs.
    mutating func removalEdits(of removed: [NodeID]) -> [SourceEdit] {
        guard syntax == .json else { return [] }
        let gone = Set(removed)
        var parents: [NodeID] = [], seen: Set<NodeID> = []
        for id in removed {
            guard let parent = parent(of: id), kind(of: parent) == .record else { continue }
            if seen.insert(parent).inserted { parents.append(parent) }
        }
        return parents.flatMap { removalEdits(from: $0, gone) }
    }

    private mutating func removalEdits(from record: NodeID, _ gone: Set<NodeID>) -> [SourceEdit] {
        var stretches: [Range<Int>] = []
        // Where the members begin that are to go, and where the last member ends that is to stay.
        var start: Int?, keptEnd: Int?, end: Int?
        for member in Array(children(of: record)) {
            guard let name = memberName(of: member), let value = stretch(of: member) else { return [] }
            if gone.contains(member) {
                if start == nil { start = name.lowerBound }
                end = value.upperBound
            } else {
                if let start { stretches.append(start..<name.lowerBound) }
                (start, keptEnd) = (nil, value.upperBound)
            }
        }
        if let start, let end { stretches.append((keptEnd ?? start)..<end) }
        return stretches.compactMap { edit($0, writing: []) }
    }
}
