import EmissionsDiagnostics
import EmissionsSyntax

extension EMXCSVColumns {
    private static let known = Set(all.map(\.description))
    private static let mostListed = 20

    /// Says which columns of a header row the format does not have: they are kept, but mean nothing.
    static func reportUnknown(_ log: inout ReadLog) {
        var cells: [SourceTree.NodeID] = []
        for cell in log.tree.children(of: SourceTree.root) where isUnknown(cell, log.tree) { cells.append(cell) }
        for cell in cells.prefix(mostListed) {
            let name = log.tree.name(of: cell)
            log.report(
                log.located(
                    Diagnostic("ECSV-005", .warning, .unknown(name), help: .unknown(name)), at: cell))
        }
        if cells.count > mostListed {
            log.report(Diagnostic("ECSV-005", .warning, .more(cells.count - mostListed), help: .more))
        }
    }

    /// A column without a name is reported where it has content.
    private static func isUnknown(_ cell: SourceTree.NodeID, _ tree: SourceTree) -> Bool {
        let name = tree.name(of: cell)
        return !name.isEmpty && !known.contains(name)
    }
}

extension Diagnostic.Message {
    fileprivate static func unknown(_ name: String) -> Self {
        "the column '\(name.prefix(80))' is none of the format's, its cells are kept as they are"
    }
    fileprivate static func more(_ count: Int) -> Self { "\(count) more columns are none of the format's" }
}

extension String {
    fileprivate static let more = "`emx schema emx-csv` lists the columns of the format."
    fileprivate static func unknown(_ name: String) -> String {
        Suggestion(for: name, among: EMXCSVColumns.all.map(\.description)).name.map {
            "If \($0) is meant, write it so."
        }
            ?? "Check how it is spelled, if its cells should count; `emx schema emx-csv` lists the columns."
    }
}
