public import EmissionsSyntax

/// A mapping for a sheet as far as its headers and first rows tell, to be completed by whoever knows the sheet.
///
/// Each guess says how sure it is; what can't be told, such as a unit, is left to be asked.
public struct SheetDraft {
    /// The mapping, with comments.
    public private(set) var yaml = ""

    private var shape = SheetShape()
    private var headerRow = 1
    private var names: [String] = []
    private var rows: [[String]] = []
    private static let mostRows = 200

    /// Drafts a mapping of that name.
    ///
    /// - Throws: `SyntaxError` where the sheet can't be read.
    public init(_ source: ByteSource, name: String, limits: Limits = Limits()) throws(SyntaxError) {
        var reader = CSVReader(source, limits: limits, heading: .none), tree = SourceTree()
        var all: [(number: Int, cells: [String])] = []
        while all.count < Self.mostRows, let role = try reader.next(into: &tree) {
            guard case .record = role else { continue }
            for row in tree.children(of: SourceTree.root) {
                all.append((tree.ordinal(of: row) + 1, tree.children(of: row).map { tree.cellText($0) }))
            }
            shape.encoding = tree.window.encoding
        }
        shape.separator = reader.separator
        takeHeader(&all)
        rows = all.map(\.cells)
        yaml = SheetDraftText(name: name, shape: shape, headerRow: headerRow, names: names, rows: rows).text
    }

    /// The first row that is about as wide as the widest and has no numbers names the columns.
    private mutating func takeHeader(_ all: inout [(number: Int, cells: [String])]) {
        let widest = all.map { $0.cells.count { !$0.isEmpty } }.max() ?? 0
        let index = all.firstIndex { row in
            let texts = row.cells.filter { !$0.isEmpty }
            return texts.count * 2 >= widest && texts.count >= 1 && texts.allSatisfy { $0.contains(where: \.isLetter) }
        }
        guard let index else {
            headerRow = 0
            names = (0..<widest).map { SourceTree.columnLetters($0) }
            return
        }
        headerRow = all[index].number
        names = all[index].cells
        all.removeFirst(index + 1)
    }
}
