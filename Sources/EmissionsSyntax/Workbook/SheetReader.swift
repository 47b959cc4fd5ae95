import EmissionsDiagnostics

/// Reads a sheet row by row; cells without anything in them are left out, and so are rows of them.
public struct SheetReader {
    private var rows: MemberReader<XMLReader>
    private let sheet: String
    private let texts: SharedTexts
    private let styles: WorkbookStyles
    private let countsFrom1904: Bool
    private var tree = SourceTree()
    private var lastRow = 0

    init(
        _ rows: MemberReader<XMLReader>, sheet: String, texts: SharedTexts, styles: WorkbookStyles, countsFrom1904: Bool
    ) {
        (self.rows, self.sheet, self.texts, self.styles) = (rows, sheet, texts, styles)
        self.countsFrom1904 = countsFrom1904
    }

    /// The cells of the next row that has any, from left to right.
    ///
    /// - Returns: `nil` behind the last row.
    /// - Throws: ``SyntaxError`` where the sheet can't be read any further.
    public mutating func next() throws(SyntaxError) -> [WorkbookCell]? {
        while let role = try rows.next(into: &tree) {
            _ = rows.takeFindings()
            guard role != .header else { continue }
            let stated = tree.attribute("@r", of: SourceTree.root)
            guard let number = stated.map({ Int($0) }) ?? lastRow + 1, number > lastRow,
                number <= CellAddress.mostRows
            else { throw .workbook(.badAddress(sheet, stated ?? "")) }
            lastRow = number
            let cells = try cells(ofRow: number)
            if !cells.isEmpty { return cells }
        }
        return nil
    }

    private func cells(ofRow row: Int) throws(SyntaxError) -> [WorkbookCell] {
        var cells: [WorkbookCell] = []
        var column = 0
        for node in tree.children(of: SourceTree.root) where tree.isNamed("c", node) {
            if let stated = tree.attribute("@r", of: node) {
                guard let address = CellAddress(stated), address.row == row, address.column > column else {
                    throw .workbook(.badAddress(sheet, stated))
                }
                column = address.column
            } else {
                column += 1
                guard column <= CellAddress.mostColumns else { throw .workbook(.badAddress(sheet, "\(row)")) }
            }
            if let cell = cell(node, CellAddress(column: column, row: row)) { cells.append(cell) }
        }
        return cells
    }

    /// - Returns: `nil` for a cell with a look and nothing in it.
    private func cell(_ node: SourceTree.NodeID, _ address: CellAddress) -> WorkbookCell? {
        let isFormula = tree.firstChild(called: "f", of: node) != nil
        var cell = WorkbookCell(address: address, sheet: sheet, kind: .text, text: "", isFormula: isFormula)
        let type = tree.attribute("@t", of: node) ?? "n"
        if type == "inlineStr" {
            guard let text = tree.firstChild(called: "is", of: node).map({ tree.sheetText(of: $0) }), !text.isEmpty
            else { return nil }
            cell.text = text
            return cell
        }
        guard let value = tree.firstChild(called: "v", of: node) else {
            cell.kind = .uncalculated
            return isFormula ? cell : nil
        }
        let stored = tree.text(of: value)
        switch type {
        case "s":
            guard let text = Int(stored.trimmingSpaces).flatMap({ texts[$0] }) else {
                (cell.kind, cell.text) = (.error, stored)
                return cell
            }
            cell.text = text
        case "str": cell.text = stored.unescapedSheetText
        case "b": (cell.kind, cell.text) = (.bool, stored.trimmingSpaces == "1" ? "true" : "false")
        case "e": (cell.kind, cell.text) = (.error, stored)
        case "d": (cell.kind, cell.text, cell.date) = (.number, stored, stored)
        default:
            (cell.kind, cell.text) = (.number, stored.trimmingSpaces)
            let style = tree.attribute("@s", of: node).flatMap { Int($0) } ?? 0
            switch styles.look(style) {
            case .general: break
            case .percent: cell.isPercent = true
            case .date: cell.date = SheetDate.text(cell.text, from1904: countsFrom1904)
            }
        }
        return cell.text.isEmpty ? nil : cell
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        guard utf8.contains(where: { $0 <= 0x20 }) else { return self }
        let front = drop { $0.isWhitespace }
        return String(String(front.reversed()).drop { $0.isWhitespace }.reversed())
    }
}
