/// What the cells of a row are called.
struct CSVColumns {
    /// One stretch of ``text`` for each column.
    private(set) var names: [SourceTree.Run] = []
    /// The names, one after another: every tree's arena begins with them.
    private(set) var text: [UInt8] = []
    private(set) var unnamed: [Int] = []
    /// Columns whose name an earlier one has.
    private(set) var repeated: [(column: Int, first: Int)] = []
    /// The column whose cells say which rows belong together.
    private(set) var keyColumn: Int?

    init() {}

    /// Names the cells of the header by what is in them, without surrounding white space, and takes the names.
    init(header row: SourceTree.NodeID, of tree: inout SourceTree, groupedBy key: String?) {
        var columns: [String: Int] = [:]
        for (column, cell) in Array(tree.children(of: row)).enumerated() {
            var name = tree.text(of: cell).trimmed
            if name.isEmpty {
                unnamed.append(column)
                name = Self.placeholder(column)
            } else if let first = columns[name] {
                repeated.append((column, first))
            } else {
                columns[name] = column
            }
            let start = text.count
            text.append(contentsOf: name.utf8)
            names.append(SourceTree.Run(start: Int32(start), count: Int32(text.count - start)))
            tree.nodes[cell].name = tree.store(name.utf8)
            tree.nodes[cell].text = tree.nodes[cell].name
        }
        keyColumn = key.flatMap { columns[$0] }
    }

    /// Names columns by their letters: `A`, `B`.
    init(lettersOf count: Int, groupedBy key: String?) {
        for column in 0..<count {
            let name = SourceTree.columnLetters(column), start = text.count
            text.append(contentsOf: name.utf8)
            names.append(SourceTree.Run(start: Int32(start), count: Int32(text.count - start)))
            if name == key { keyColumn = column }
        }
    }

    /// What a column without a name is called: its letter in parentheses.
    static func placeholder(_ column: Int) -> String { "(\(SourceTree.columnLetters(column)))" }
}

extension String {
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:))
        return String(scalars[..<(end ?? scalars.startIndex)])
    }
}

extension SourceTree {
    /// Adds a row whose bytes are in the window at `start` and in the arena at `text`.
    ///
    /// The text of a cell is a stretch of the row as written; one that has doubled quotes is collapsed in its place.
    mutating func appendRow(
        _ cells: [CSVRowScanner.Cell], of columns: CSVColumns, number: Int, at start: Int, text: Int,
        under parent: NodeID?
    ) -> NodeID {
        let row = append(.record, name: Run(start: 0, count: 0), under: parent)
        nodes[row].ordinal = Int32(clamping: number)
        nodes[row].start = Int32(start)
        nodes[row].length = cells[cells.count - 1].end
        let known = min(cells.count, columns.names.count)
        columns.names.withUnsafeBufferPointer { names in
            for column in 0..<known {
                appendCell(cells[column], named: names[column], column: column, at: start, text: text, of: row)
            }
        }
        for column in known..<cells.count {
            let name = store(CSVColumns.placeholder(column).utf8)
            appendCell(cells[column], named: name, column: column, at: start, text: text, of: row)
        }
        nodes[row].firstChild = Int32(row + 1)
        nodes[row].lastChild = Int32(row + cells.count)
        nodes[row + cells.count].next = -1
        return row
    }

    /// The text of a row's cell; `nil` when there is none.
    func key(of row: NodeID, in column: Int) -> [UInt8]? {
        let cell = row + 1 + column
        guard cell < count, !textIsEmpty(cell) else { return nil }
        return withText(of: cell) { Array($0) }
    }

    /// Adds a cell that another one follows.
    @inline(__always)
    private mutating func appendCell(
        _ cell: CSVRowScanner.Cell, named name: Run, column: Int, at start: Int, text: Int, of row: NodeID
    ) {
        var node = Node(kind: .text, name: name, parent: Int32(truncatingIfNeeded: row))
        let length = cell.end &- cell.start
        node.start = Int32(truncatingIfNeeded: start) &+ cell.start
        node.length = length
        node.ordinal = Int32(truncatingIfNeeded: column)
        node.next = Int32(truncatingIfNeeded: nodes.count &+ 1)
        let textStart = Int32(truncatingIfNeeded: text) &+ cell.start
        switch cell.form {
        case .plain, .quoteInside: node.text = Run(start: textStart, count: length)
        case .quoted: node.text = Run(start: textStart &+ 1, count: length &- 2)
        case .doubled, .textAfterQuote:
            node.text = Run(start: textStart, count: Int32(arena.collapseQuotes(at: Int(textStart), Int(length))))
        }
        nodes.append(node)
    }
}

extension CSVRowScanner {
    /// The text of a cell of the row last scanned.
    func text(of column: Int, in bytes: [UInt8]) -> [UInt8] {
        let cell = cells[column]
        var text = Array(bytes[rowStart + Int(cell.start)..<rowStart + Int(cell.end)])
        if cell.form == .plain || cell.form == .quoteInside { return text }
        text.removeSubrange(text.collapseQuotes(at: 0, text.count)...)
        return text
    }
}

extension [UInt8] {
    /// Puts the text of a quoted cell in the place of the cell as written.
    ///
    /// - Returns: The length of the text, which is never more than that of the cell.
    fileprivate mutating func collapseQuotes(at start: Int, _ length: Int) -> Int {
        withUnsafeMutableBufferPointer { bytes in
            var from = start + 1, to = start, isQuoted = true
            let end = start + length
            while from < end {
                if isQuoted && bytes[from] == .quote {
                    from += 1
                    guard from < end, bytes[from] == .quote else {
                        isQuoted = false
                        continue
                    }
                }
                bytes[to] = bytes[from]
                to += 1
                from += 1
            }
            return to - start
        }
    }
}
