/// Rows of cells, lined up in columns that are two spaces apart.
package struct Columns {
    package var titles: [String]
    package var rows: [[String]]

    package init(titles: [String], rows: [[String]]) { (self.titles, self.rows) = (titles, rows) }

    package var text: String {
        let widths = titles.indices.map { column in
            ([titles] + rows).map { $0[column].unicodeScalars.count }.max() ?? 0
        }
        return ([titles] + rows).map { row in
            var line = row.enumerated().map { column, cell in
                cell + String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
            }.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
