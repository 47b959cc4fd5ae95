import EmissionsDiagnostics

/// What is odd about the rows of one record: told one by one up to a bound, so that hostile input costs little.
struct CSVOddities {
    enum Kind { case missingCells, extraCells, quoteInside, textAfterQuote, columnWithoutName }

    private(set) var listed: [(kind: Kind, node: SourceTree.NodeID)] = []
    private(set) var unlisted = 0
    private static let maximum = 100

    /// Notes what is odd about a cell, or about the row when cells are missing or too many.
    mutating func note(_ kind: Kind, _ node: SourceTree.NodeID) {
        if listed.count < Self.maximum { listed.append((kind, node)) } else { unlisted += 1 }
    }

    mutating func removeAll() {
        listed.removeAll(keepingCapacity: true)
        unlisted = 0
    }
}

// MARK: Wording

extension Diagnostic {
    /// Tells what is odd about a row or a cell of a table whose header names `width` columns.
    static func oddity(
        _ oddity: (kind: CSVOddities.Kind, node: SourceTree.NodeID), in tree: inout SourceTree, width: Int
    ) -> Diagnostic {
        let node = oddity.node
        switch oddity.kind {
        case .missingCells, .extraCells: return raggedRow(node, in: &tree, width: width)
        case .quoteInside:
            return Diagnostic(
                "CSV-003", .warning,
                "cell \(tree.cellAddress(of: node)) has a quote in it but does not begin with one, and was taken as written",
                help: "Put the whole cell between quotes and double each quote in it.", at: node, in: &tree)
        case .textAfterQuote:
            return Diagnostic(
                "CSV-006", .warning,
                "cell \(tree.cellAddress(of: node)) goes on after its closing quote, and was taken as one text",
                help: "Put the whole cell between quotes and double each quote in it.", at: node, in: &tree)
        case .columnWithoutName:
            let column = SourceTree.columnLetters(tree.ordinal(of: node))
            return Diagnostic(
                "CSV-005", .warning,
                "column \(column) has no name in the header but has content, first in \(tree.cellAddress(of: node))",
                help: "Give the column a name, or leave it out.", at: node, in: &tree)
        }
    }

    private static func raggedRow(_ row: SourceTree.NodeID, in tree: inout SourceTree, width: Int) -> Diagnostic {
        let cells = Int(tree.nodes[row].lastChild) - row, number = tree.ordinal(of: row) + 1
        let odd = cells < width ? tree.nodes[row].start + tree.nodes[row].length : tree.nodes[row + 1 + width].start
        let length = cells < width ? 0 : tree.nodes[row + cells].start + tree.nodes[row + cells].length - odd
        return Diagnostic(
            "CSV-002", .error,
            "row \(number) has \(cells) \(cells == 1 ? "cell" : "cells"), the header has \(width)",
            help: "Give every row as many cells as the header; a cell with a separator in it goes between quotes.",
            location: tree.window.location(
                start: Int(odd), length: Int(length), cell: SourceTree.cellAddress(min(cells, width), row: number - 1)),
            excerpt: tree.window.excerpt(start: Int(odd), length: Int(length)))
    }

    static func unlistedOddities(_ count: Int, in tree: inout SourceTree) -> Diagnostic {
        Diagnostic(
            "CSV-007", .warning, "\(count) more rows or cells of this record are odd and are not listed",
            help: "Mend the ones that are listed, then check the file again.", at: SourceTree.root, in: &tree)
    }

    static func repeatedColumn(
        _ cell: SourceTree.NodeID, as first: SourceTree.NodeID, in tree: inout SourceTree
    ) -> Diagnostic {
        Diagnostic(
            "CSV-004", .error,
            "column name \"\(tree.name(of: cell))\" stands in \(tree.cellAddress(of: first)) and again in \(tree.cellAddress(of: cell))",
            help: "Give every column a name of its own.", at: cell, in: &tree)
    }

    private init(
        _ code: Code, _ severity: Severity, _ message: Message, help: String, at node: SourceTree.NodeID,
        in tree: inout SourceTree
    ) {
        self.init(
            code, severity, message, help: help, location: tree.location(of: node), excerpt: tree.excerpt(of: node))
    }
}

extension SyntaxError {
    static func emptyTable(hasLines: Bool) -> SyntaxError {
        SyntaxError(
            .malformed,
            Diagnostic(
                "SYN-005", .error, hasLines ? "the file is empty but for blank lines" : "the file is empty",
                help: "Send a table whose first row names the columns.", location: SourceLocation(line: 1, column: 1)))
    }

    /// Why reading ends in the row that the scanner is in.
    static func refused(
        _ reason: CSVRowScanner.Refusal, at scanner: CSVRowScanner, in text: [UInt8],
        anchor: SourceWindow.Anchor, encoding: TextEncoding, row: Int, limits: Limits
    ) -> SyntaxError {
        let cell = SourceTree.cellAddress(scanner.cells.count, row: row)
        let rows = "the rows up to row \(row + 1) that belong together"
        var start = scanner.cellStart - scanner.rowStart, address = cell
        let code: Diagnostic.Code, message: Diagnostic.Message
        var help = "Split the file, or have the limit raised."
        switch reason {
        case .unclosedQuote:
            (code, message) = ("CSV-001", "the quote that opens cell \(cell) is never closed")
            help = "Close the quote at the end of the cell, and double each quote in it."
        case .tooManyColumns:
            (code, message) = ("LIM-007", "row \(row + 1) has more than \(limits.columns) cells, the limit columns")
            help = "Check the separator, or have the limit raised."
        case .cellTooLong:
            (code, message) = ("LIM-003", "cell \(cell) is longer than \(limits.cellBytes) bytes, the limit tokenBytes")
            help = "Check whether a quote is not closed, or have the limit raised."
        case .rowTooLong:
            code = "LIM-004"
            message = "row \(row + 1) is longer than \(limits.rowBytes) bytes, the limit recordBytes"
            (start, address) = (0, SourceTree.cellAddress(0, row: row))
        case .recordTooLong:
            code = "LIM-004"
            message = "\(rows) are longer than \(limits.rowBytes) bytes, the limit recordBytes"
            (start, address) = (0, SourceTree.cellAddress(0, row: row))
        case .tooManyValues:
            code = "LIM-005"
            message = "\(rows) have more than \(limits.recordValues) values, the limit recordValues"
            (start, address) = (0, SourceTree.cellAddress(0, row: row))
        }
        let end = min(text.count, scanner.rowStart + start + 512)
        var window = SourceWindow(bytes: Array(text[scanner.rowStart..<end]), anchor: anchor, encoding: encoding)
        return SyntaxError(
            reason == .unclosedQuote ? .malformed : .limit,
            Diagnostic(
                code, .error, message, help: help, location: window.location(start: start, length: 1, cell: address),
                excerpt: window.excerpt(start: start, length: 1)))
    }
}

extension SourceWindow {
    fileprivate mutating func location(start: Int, length: Int, cell: String) -> SourceLocation {
        let anchor = anchor(at: start)
        return SourceLocation(
            line: anchor.line, column: anchor.column, length: length, byteOffset: anchor.byteOffset,
            address: .cell(cell))
    }
}

extension SourceTree {
    fileprivate static func cellAddress(_ column: Int, row: Int) -> String { "\(columnLetters(column))\(row + 1)" }

    /// The address of a cell of a row.
    fileprivate func cellAddress(of id: NodeID) -> String {
        Self.cellAddress(ordinal(of: id), row: parent(of: id).map { ordinal(of: $0) } ?? 0)
    }
}
