import EmissionsModel
import EmissionsSyntax

/// Writes what of a record another one does not say, in the words of a table: what a target had no place for.
///
/// Records are taken apart member by member; a list that differs is kept as a whole.
struct Remainder {
    typealias NodeID = SourceTree.NodeID

    /// Storage that is used again.
    private var whole = WriteLog(.json)
    private var said = WriteLog(.json)

    /// Appends what is left of `record` as a member of a member of `node`: nothing, where nothing is left.
    mutating func write<Record>(
        _ record: Record, beyond said: Record, in map: RecordMap<Record>, named name: String, within around: String,
        under node: NodeID, to tree: inout SourceTree
    ) {
        guard record != said else { return }
        let root = Self.write(record, in: map, to: &whole)
        let other = Self.write(said, in: map, to: &self.said)
        let outer = tree.append(.record, named: around, under: node)
        if !append(root, beyond: other, named: name, under: outer, to: &tree) { tree.removeLast(outer) }
    }

    private static func write<Record>(
        _ record: Record, in map: RecordMap<Record>, to log: inout WriteLog
    ) -> NodeID {
        log.restart()
        let root = log.tree.append(.record)
        map.write(record, under: root, to: &log)
        return root
    }

    /// - Returns: Whether there was anything to append.
    private func append(
        _ id: NodeID, beyond other: NodeID?, named name: String, under parent: NodeID, to tree: inout SourceTree
    ) -> Bool {
        if let other {
            if whole.tree.kind(of: id) == .record, said.tree.kind(of: other) == .record {
                let record = tree.append(.record, named: name, under: parent)
                var isEmpty = true
                for member in whole.tree.children(of: id) {
                    let name = whole.tree.name(of: member)
                    let same = said.tree.children(of: other).first { said.tree.hasName(of: member, in: whole.tree, $0) }
                    if append(member, beyond: same, named: name, under: record, to: &tree) { isEmpty = false }
                }
                if isEmpty { tree.removeLast(record) }
                return !isEmpty
            }
            if whole.tree.isSame(id, as: other, in: said.tree) { return false }
        }
        tree.append(copyOf: id, in: whole.tree, under: parent)
        return true
    }
}
