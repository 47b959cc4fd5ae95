import EmissionsModel
import EmissionsSyntax

/// What of a record another one does not say, in the words of a table: what a target had no place for.
enum Remainder {
    /// Records are taken apart member by member; a list that differs is kept as a whole.
    ///
    /// - Returns: `nil` where nothing is left.
    static func of<Record>(_ record: Record, beyond said: Record, in map: RecordMap<Record>) -> CarriedContent? {
        record == said ? nil : remainder(of: content(of: record, in: map), beyond: content(of: said, in: map))
    }

    private static func content<Record>(of record: Record, in map: RecordMap<Record>) -> CarriedContent {
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        map.write(record, under: root, to: &log)
        return log.tree.content(of: root)
    }

    private static func remainder(of content: CarriedContent, beyond said: CarriedContent?) -> CarriedContent? {
        guard content != said else { return nil }
        guard case .record(let members) = content, case .record(let others) = said else { return content }
        let kept = members.compactMap { member in
            let other = others.first { $0.name == member.name }
            return remainder(of: member.content, beyond: other?.content).map { CarriedContent.Member(member.name, $0) }
        }
        return kept.isEmpty ? nil : .record(kept)
    }
}
