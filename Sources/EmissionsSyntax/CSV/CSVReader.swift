public import EmissionsDiagnostics

/// Reads a table: the header row first, then every row, or run of rows, as one record.
///
/// A record is a list of rows whose cells are named by the header. Memory is bounded by the biggest record, by 64 KiB
/// when that is less, and by the chunks of the source.
public struct CSVReader: RecordReader {
    /// The byte between cells: given, or found in the beginning of the file by the first ``next(into:)``.
    public private(set) var separator: UInt8?

    private var decoder: TextDecoder
    private let limits: Limits
    private let groupColumn: String?
    private let observer: CSVObserver?
    private let heading: CSVHeading
    private var isPreambleRead = false

    /// Text that is still needed, and all that has come after it.
    private var buffer: [UInt8] = []
    private var isAtEnd = false
    private var isFinished = false
    private var scanner: CSVRowScanner
    /// Where the row last scanned starts in the file.
    private var tracker = PlaceTracker()
    /// What the tracker has passed over.
    private var tracked = 0
    /// The position of the row last scanned, blank ones counted, from 0.
    private var rowNumber = -1
    /// The row last scanned is in no record yet.
    private var isRowPending = false

    private var columns: CSVColumns?
    /// What is in the record already, counted in the buffer; meaningful while a record is being put together.
    private var recordEnd: Int?
    private var oddities = CSVOddities()
    /// Columns without a name in which nothing was found so far.
    private var unreportedColumns: [Int] = []
    private var findings: [Diagnostic] = []
    /// What ended the file, to be thrown when what stands before it has been handed out, and ever after.
    private var failure: SyntaxError?

    /// - Parameters:
    ///   - source: The file, in UTF-8, in UTF-16 with a byte order mark, or in windows-1252.
    ///   - limits: How big cells, rows and records may be.
    ///   - separator: The byte between cells, in ASCII; found in the file when it is `nil`.
    ///   - groupedBy: The column whose equal cells, unless they are empty, make consecutive rows one record.
    ///   - heading: Where the names of the columns stand.
    ///   - observer: Follows the table as it is read.
    public init(
        _ source: ByteSource, limits: Limits, separator: UInt8? = nil, groupedBy: String? = nil,
        heading: CSVHeading = .row(1), observer: CSVObserver? = nil
    ) {
        decoder = TextDecoder(source, policy: .windows1252IfNotUTF8, limits: limits)
        scanner = CSVRowScanner(separator: separator ?? .comma, limits: limits)
        (self.limits, self.separator, groupColumn, self.observer) = (limits, separator, groupedBy, observer)
        self.heading = heading
    }

    public mutating func next(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole? {
        if let failure { throw failure }
        tree.removeAll()
        tree.syntax = .csv
        do throws(SyntaxError) {
            guard let columns else {
                if try readPreamble(into: &tree) { return .record(stream: CSVHeading.preamble) }
                try readHeader(into: &tree)
                return .header
            }
            guard try readRow() else {
                if !isFinished { observer?.events.finish(&findings) }
                isFinished = true
                return nil
            }
            try readRecord(into: &tree, columns: columns)
            observer?.events.record(in: &tree, &findings)
            return .record(stream: "")
        } catch {
            failure = error
            throw error
        }
    }

    public mutating func takeFindings() -> [Diagnostic] {
        defer { findings = [] }
        return decoder.takeFindings() + findings
    }
}

// MARK: Header and records

extension CSVReader {
    /// Finds the separator, unless that was done.
    private mutating func begin() throws(SyntaxError) {
        guard !isPreambleRead else { return }
        isPreambleRead = true
        tracker.anchor = try decoder.start()
        while buffer.count < CSVSeparator.sampleSize, !isAtEnd { try readChunk() }
        let separator = self.separator ?? sniffedSeparator()
        self.separator = separator
        scanner = CSVRowScanner(separator: separator, limits: limits)
    }

    /// Reads the rows above the header; `false` where there are none.
    private mutating func readPreamble(into tree: inout SourceTree) throws(SyntaxError) -> Bool {
        guard !isPreambleRead else { return false }
        try begin()
        guard case .row(let number) = heading, number > 1 else { return false }
        let root = tree.append(.list)
        while try readRow(), rowNumber < number - 1 { _ = try addRow(to: &tree, under: root) }
        tree.nodes[root].length = Int32(tree.window.bytes.count)
        finishRecord(&tree)
        return tree.hasChildren(root)
    }

    private mutating func readHeader(into tree: inout SourceTree) throws(SyntaxError) {
        try begin()
        guard try readRow() else { throw .emptyTable(hasLines: rowNumber >= 0) }
        if heading == .none {
            columns = CSVColumns(lettersOf: scanner.cells.count, groupedBy: groupColumn)
            tree.append(.record)
            return
        }
        let row = try addRow(to: &tree, under: nil)
        let columns = CSVColumns(header: row, of: &tree, groupedBy: groupColumn)
        unreportedColumns = columns.unnamed
        findings += columns.repeated.map { .repeatedColumn(row + 1 + $0.column, as: row + 1 + $0.first, in: &tree) }
        self.columns = columns
        finishRecord(&tree)
        observer?.events.header(row, in: &tree, &findings)
    }

    private func sniffedSeparator() -> UInt8 {
        buffer.withUnsafeBufferPointer { bytes in
            let sample = UnsafeBufferPointer(rebasing: bytes.prefix(CSVSeparator.sampleSize))
            return CSVSeparator.sniffed(
                in: sample, below: heading.rowsAbove, isWhole: isAtEnd && sample.count == bytes.count, limits: limits)
        }
    }

    /// Makes the pending row a record, together with those after it that have the same key.
    private mutating func readRecord(into tree: inout SourceTree, columns: CSVColumns) throws(SyntaxError) {
        tree.arena.append(contentsOf: columns.text)
        let root = tree.append(.list)
        tree.nodes[root].ordinal = Int32(clamping: rowNumber)
        let first = try addRow(to: &tree, under: root)
        if let keyColumn = columns.keyColumn, let key = tree.key(of: first, in: keyColumn) {
            while nextRowIsKeyed(key, in: keyColumn) { _ = try addRow(to: &tree, under: root) }
        }
        tree.nodes[root].length = Int32(tree.window.bytes.count)
        finishRecord(&tree)
    }

    /// Whether another row belongs to the record. What ends the file behind it is kept for later.
    private mutating func nextRowIsKeyed(_ key: [UInt8], in column: Int) -> Bool {
        do throws(SyntaxError) {
            guard try readRow(), column < scanner.cells.count else { return false }
            return scanner.text(of: column, in: buffer) == key
        } catch {
            failure = error
            return false
        }
    }

    /// Copies the pending row to the window, with the line endings and blank lines before it, and adds its nodes.
    private mutating func addRow(
        to tree: inout SourceTree, under parent: SourceTree.NodeID?
    ) throws(SyntaxError) -> SourceTree.NodeID {
        let from = recordEnd ?? scanner.rowStart, before = scanner.rowStart - from
        let start = tree.window.bytes.count + before, text = tree.arena.count + before
        if start + scanner.rowEnd - scanner.rowStart > limits.rowBytes { throw refusal(.recordTooLong, row: rowNumber) }
        if tree.count + scanner.cells.count >= limits.recordValues { throw refusal(.tooManyValues, row: rowNumber) }
        if recordEnd == nil { tree.window.anchor = tracker.anchor }
        tree.window.encoding = decoder.encoding
        tree.window.bytes.append(contentsOf: buffer[from..<scanner.rowEnd])
        tree.arena.append(contentsOf: buffer[from..<scanner.rowEnd])
        recordEnd = scanner.rowEnd
        isRowPending = false
        let row = tree.appendRow(
            scanner.cells, of: columns ?? CSVColumns(), number: rowNumber, at: start, text: text, under: parent)
        noteOddities(of: row, in: tree)
        return row
    }

    private mutating func finishRecord(_ tree: inout SourceTree) {
        recordEnd = nil
        let width = columns?.names.count ?? 0
        findings += oddities.listed.map { .oddity($0, in: &tree, width: width) }
        if oddities.unlisted > 0 { findings.append(.unlistedOddities(oddities.unlisted, in: &tree)) }
        oddities.removeAll()
    }
}

// MARK: Oddities

extension CSVReader {
    /// Takes note of what is odd about the row last scanned, to be told when the window of its record is complete.
    private mutating func noteOddities(of row: SourceTree.NodeID, in tree: SourceTree) {
        let cells = scanner.cells
        if scanner.hasOddQuotes {
            for (column, cell) in cells.enumerated() {
                if cell.form == .quoteInside { oddities.note(.quoteInside, row + 1 + column) }
                if cell.form == .textAfterQuote { oddities.note(.textAfterQuote, row + 1 + column) }
            }
        }
        guard let columns else { return }
        if cells.count < columns.names.count { oddities.note(.missingCells, row) }
        if cells.count > columns.names.count { oddities.note(.extraCells, row) }
        if unreportedColumns.isEmpty { return }
        unreportedColumns.removeAll { column in
            guard column < cells.count, !tree.textIsEmpty(row + 1 + column) else { return false }
            oddities.note(.columnWithoutName, row + 1 + column)
            return true
        }
    }
}

// MARK: Rows

extension CSVReader {
    /// Makes the next row that is not blank the pending one, unless one is; `false` at the end of the file.
    private mutating func readRow() throws(SyntaxError) -> Bool {
        while !isRowPending {
            let outcome = buffer.withUnsafeBufferPointer { scanner.scan($0, isLast: isAtEnd) }
            switch outcome {
            case .needsMore: try readChunk()
            case .end: return false
            case .refused(let reason): throw refusal(reason, row: rowNumber + 1)
            case .row:
                track()
                rowNumber += 1
                isRowPending = !buffer.withUnsafeBufferPointer { scanner.rowIsBlank(in: $0) }
                // Blank lines inside of a record are kept in the buffer until the record goes on.
                if let recordEnd, !isRowPending, scanner.rowEnd - recordEnd > limits.rowBytes {
                    throw refusal(.recordTooLong, row: rowNumber)
                }
            }
        }
        return true
    }

    /// Brings the tracker to the start of the row last looked at.
    private mutating func track() {
        tracker.advance(over: buffer[tracked..<scanner.rowStart], in: decoder.encoding)
        tracked = scanner.rowStart
    }

    private mutating func readChunk() throws(SyntaxError) {
        let done = min(tracked, recordEnd ?? tracked)
        if done > 0, done >= buffer.count - done {
            buffer.removeSubrange(..<done)
            scanner.drop(done)
            tracked -= done
            recordEnd? -= done
        }
        if let chunk = try decoder.next() {
            if buffer.isEmpty { buffer = chunk } else { buffer += chunk }
        } else {
            isAtEnd = true
        }
    }

    private mutating func refusal(_ reason: CSVRowScanner.Refusal, row: Int) -> SyntaxError {
        track()
        return .refused(
            reason, at: scanner, in: buffer, anchor: tracker.anchor, encoding: decoder.encoding, row: row,
            limits: limits)
    }
}
