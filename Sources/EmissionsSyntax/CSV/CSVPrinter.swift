/// Prints the rows of a table after RFC 4180, so that ``CSVReader`` reads the very same cells back.
///
/// Cells that begin with `=`, `+`, `-` or `@` are printed as they are, although a spreadsheet may take them for
/// formulas: this is data for programs. What is meant for people has to be made safe by whoever prints it.
public enum CSVPrinter {
    /// Prints a row of texts and ends its line.
    public static func row(_ cells: [String], separator: UInt8 = UInt8(ascii: ","), into output: inout [UInt8]) {
        for (column, cell) in cells.enumerated() {
            if column > 0 { output.append(separator) }
            var cell = cell
            cell.withUTF8 { self.cell($0, separator: separator, isOnly: cells.count == 1, into: &output) }
        }
        endLine(&output)
    }

    /// Prints the children of a record as a row, each in the column of its name, and ends the line.
    ///
    /// A column that no child is named after stays empty.
    ///
    /// - Returns: The children that could not be said: those of no column, the second of a name, and those that have
    ///   children themselves.
    public static func row(
        _ record: SourceTree.NodeID, of tree: SourceTree, columns: [NodeName],
        separator: UInt8 = UInt8(ascii: ","), into output: inout [UInt8]
    ) -> [SourceTree.NodeID] {
        var rest = Array(tree.children(of: record))
        for (column, name) in columns.enumerated() {
            if column > 0 { output.append(separator) }
            let index = rest.firstIndex { tree.isNamed(name, $0) && tree.isLeaf($0) }
            let isOnly = columns.count == 1
            guard let index else {
                cell(UnsafeBufferPointer(start: nil, count: 0), separator: separator, isOnly: isOnly, into: &output)
                continue
            }
            tree.withText(of: rest[index]) { cell($0, separator: separator, isOnly: isOnly, into: &output) }
            rest.remove(at: index)
        }
        endLine(&output)
        return rest
    }

    private static func endLine(_ output: inout [UInt8]) {
        output.append(.carriageReturn)
        output.append(.lineFeed)
    }

    /// Prints one cell, between quotes if it would not be read back as it is without them.
    ///
    /// An empty cell that is all of its row has quotes, or the row would be a blank line.
    private static func cell(
        _ text: UnsafeBufferPointer<UInt8>, separator: UInt8, isOnly: Bool, into output: inout [UInt8]
    ) {
        guard text.isEmpty ? isOnly : needsQuotes(text, separator: separator) else {
            output.append(contentsOf: text)
            return
        }
        output.append(.quote)
        for byte in text {
            if byte == .quote { output.append(.quote) }
            output.append(byte)
        }
        output.append(.quote)
    }

    private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>, separator: UInt8) -> Bool {
        if text[0].isBlank || text[text.count - 1].isBlank { return true }
        // A byte order mark would be lost in the first cell of a file.
        if text.count >= 3 && (text[0], text[1], text[2]) == (0xEF, 0xBB, 0xBF) { return true }
        return text.contains { $0 == separator || $0 == .quote || $0 == .carriageReturn || $0 == .lineFeed }
    }
}
