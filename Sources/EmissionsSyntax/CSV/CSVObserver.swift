package import EmissionsDiagnostics

/// What follows a table in the same pass in which ``CSVReader`` reads it: the validator of a schema.
///
/// It is for one table. What it finds comes with the reader's own findings.
public struct CSVObserver {
    let events: any CSVEvents

    package init(_ events: any CSVEvents) { self.events = events }
}

/// What is told of a table, whatever becomes of its rows.
package protocol CSVEvents: AnyObject {
    /// The header was read; its cells are called as they name their columns.
    func header(_ row: SourceTree.NodeID, in tree: inout SourceTree, _ findings: inout [Diagnostic])
    /// A record was read: the root's children are its rows.
    func record(in tree: inout SourceTree, _ findings: inout [Diagnostic])
    /// The table was read to its end.
    func finish(_ findings: inout [Diagnostic])
}

/// What follows a file as it is read, by the syntax that it is for.
public enum SourceObserver {
    case xml(XMLObserver)
    case csv(CSVObserver)

    public var xml: XMLObserver? { if case .xml(let observer) = self { observer } else { nil } }
    public var csv: CSVObserver? { if case .csv(let observer) = self { observer } else { nil } }
}

extension SourceTree {
    /// The column of a header's cell that has no name, as the cell is called then.
    package func isPlaceholder(_ cell: NodeID) -> Bool { name(of: cell) == CSVColumns.placeholder(ordinal(of: cell)) }
}
