import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads a sheet by a mapping: what stands above the header and what rows say of the filing make the header, every other
/// part is a row, or rows with one key.
struct MappedSheetReader: SubmissionReader {
    typealias NodeID = SourceTree.NodeID

    private let mapping: SheetMapping
    private var records: CSVReader
    private var layout: SheetLayout
    /// The first record, while what it says of the filing was handed out and nothing else.
    private var pending: SourceTree?
    private var header = SubmissionHeader()
    private var isHeaderRead = false
    /// What the first row says of the filing, by column.
    private var filing: [Int: String] = [:]
    private var keys = SheetKeys()

    init(_ mapping: SheetMapping, _ source: ByteSource, _ limits: Limits, _ observer: CSVObserver?) {
        self.mapping = mapping
        records = CSVReader(
            source, limits: limits, separator: mapping.shape.separator, groupedBy: mapping.rows.key,
            heading: mapping.shape.heading, observer: observer)
        layout = SheetLayout(mapping, header: [])
    }

    var version: String? { "1" }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        defer { log.finish() }
        if let first = pending {
            pending = nil
            log.tree = first
            if let part = part(&log) { return part }
            log.forgetTree()
        }
        while let role = try records.next(into: &log.tree) {
            reportSyntax(&log)
            switch role {
            case .header: readColumns(&log)
            case .record(CSVHeading.preamble): return preamble(&log)
            case .record:
                keys.check(mapping, &log)
                if !isHeaderRead {
                    isHeaderRead = true
                    if let header = filing(&log) { return header }
                }
                if let part = part(&log) { return part }
            }
            log.forgetTree()
        }
        reportSyntax(&log)
        // What is found in a sheet without rows has no other part to go with.
        return log.diagnostics.isEmpty || isHeaderRead ? nil : .header(header)
    }

    /// What the mapping says of the encoding needs no assumption.
    private mutating func reportSyntax(_ log: inout ReadLog) {
        let isStated = mapping.shape.encoding == .windows1252
        for finding in records.takeFindings() where !isStated || finding.code != "SYN-010" { log.report(finding) }
    }

    private func part(_ log: inout ReadLog) -> SubmissionPart? {
        let rows = log.items(of: SourceTree.root).map { SheetCells($0, in: log.tree) }
        for cells in rows { compareFiling(cells, &log) }
        return SheetPartReading(layout: layout, rows: rows).part(&log)
    }
}

// MARK: Columns

extension MappedSheetReader {
    /// Finds the columns of the mapping, and reports those that are not there and those that it does not know.
    private mutating func readColumns(_ log: inout ReadLog) {
        let cells = Array(log.tree.children(of: SourceTree.root))
        layout = SheetLayout(mapping, header: cells.map { log.tree.name(of: $0) })
        guard !cells.isEmpty else { return }
        var known = Set(mapping.ignored.map(\.withoutOddSpaces))
        let names = cells.map { log.tree.name(of: $0) }
        for (index, column) in layout.columns {
            if let position = layout.positions[index] {
                known.insert(names[position].withoutOddSpaces)
            } else if !column.isOptional {
                log.report(.missing(column.name, among: names), at: SourceTree.root, in: ReadLog.part)
            }
        }
        for (position, cell) in cells.enumerated()
        where !known.contains(names[position].withoutOddSpaces) && !log.tree.isPlaceholder(cell) {
            log.report(.unknown(names[position]), at: cell, in: ReadLog.part)
        }
    }
}

// MARK: The filing

extension MappedSheetReader {
    /// Keeps what stands above the header.
    private mutating func preamble(_ log: inout ReadLog) -> SubmissionPart {
        let list = log.enter(\SubmissionHeader.carried, of: ReadLog.part, at: SourceTree.root)
        for row in log.items(of: SourceTree.root) {
            let place = log.enter(index: header.carried.count, of: list, at: row)
            var texts: [CarriedContent] = []
            for cell in Array(log.tree.children(of: row)) {
                log.claim(cell)
                log.note(nil, in: place, from: cell)
                texts.append(.text(log.tree.text(of: cell)))
            }
            header.carried.append(
                Carried(
                    format: mapping.formatName, path: "/above/\(log.tree.ordinal(of: row))", content: .list(texts)))
        }
        return .header(header)
    }

    /// What the first row says of the filing, if anything; what else it says waits.
    private mutating func filing(_ log: inout ReadLog) -> SubmissionPart? {
        guard layout.hasHeader, let row = log.items(of: SourceTree.root).first else { return nil }
        let whole = log.tree, findings = log.diagnostics, before = header
        let cells = SheetCells(row, in: log.tree)
        var meant: Set<NodeID> = []
        for (index, column) in layout.columns {
            guard case .header = column.meaning, let position = layout.positions[index], position < cells.nodes.count
            else { continue }
            meant.insert(cells.nodes[position])
            filing[index] = log.tree.cellText(cells.nodes[position])
        }
        log.tree.detachChildren(of: SourceTree.root) { _, id in id != row }
        log.tree.detachChildren(of: row) { !meant.contains($1) }
        var reading = SheetRowReading(layout, cells, in: ReadLog.part)
        reading.read(&header, basis: nil, &log) { if case .header(let field) = $0 { field } else { nil } }
        for constant in mapping.constants {
            guard case .header(let field) = constant.target, field.get(header) == nil else { continue }
            log.note(supplied: field.set(&header, constant.value))
        }
        if header == before, log.diagnostics.count == findings.count {
            log.restart()
            for finding in findings { log.report(finding) }
            log.tree = whole
            return nil
        }
        pending = whole
        return .header(header)
    }

    /// Cells that say of the filing what the first row says are no values of the part; others contradict it.
    private func compareFiling(_ cells: SheetCells, _ log: inout ReadLog) {
        var repeated: Set<NodeID> = []
        for (index, stated) in filing.sorted(by: { $0.key < $1.key }) {
            guard let node = layout.cell(index, of: cells, &log) else { continue }
            let text = log.tree.cellText(node)
            if text == stated {
                repeated.insert(node)
            } else {
                log.markUnreadable(node)
                log.report(.otherFiling(mapping.columns[index].name, text, stated), at: node, in: ReadLog.part)
            }
        }
        if !repeated.isEmpty { log.tree.detachChildren(of: cells.row) { repeated.contains($1) } }
    }
}

/// The keys of the products that were read, so that one that comes again is noticed.
private struct SheetKeys {
    /// Fingerprints: a sheet may have millions of keys.
    private var seen: Set<UInt64> = []
    private static let most = 4_000_000

    mutating func check(_ mapping: SheetMapping, _ log: inout ReadLog) {
        guard let key = mapping.rows.key, let row = log.tree.firstChild(of: SourceTree.root) else { return }
        let cell = log.tree.children(of: row).first { log.tree.name(of: $0) == key }
        guard let cell, !log.tree.textIsEmpty(cell), seen.count < Self.most else { return }
        let print = log.tree.withText(of: cell) { bytes in
            bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        }
        if !seen.insert(print).inserted {
            log.report(.again(key, log.tree.cellText(cell)), at: cell, in: ReadLog.part)
        }
    }
}

extension ReadLog {
    /// Forgets what was read, but for what was found.
    fileprivate mutating func forgetTree() {
        let findings = diagnostics
        restart()
        for finding in findings { report(finding) }
    }
}

// MARK: Wording

extension Diagnostic {
    fileprivate static func missing(_ column: String, among names: [String]) -> Diagnostic {
        Diagnostic(
            "MAP-101", .error, "the sheet has no column '\(column)'\(Suggestion(for: column, among: names))",
            help: "Correct its name in the mapping, or mark it with optional: true if some sheets don't have it.")
    }
    fileprivate static func unknown(_ column: String) -> Diagnostic {
        Diagnostic(
            "MAP-102", .warning,
            "the mapping does not know the column '\(column.prefix(80))', its cells are kept as they are",
            help: "Map it, or list it under ignored: in the mapping.")
    }
    fileprivate static func again(_ key: String, _ text: String) -> Diagnostic {
        Diagnostic(
            "MAP-104", .error, "\(key) is '\(text.prefix(40))' again, after rows of another",
            help: "Sort the sheet by \(key), so that rows of one product stand together.")
    }
    fileprivate static func otherFiling(_ column: String, _ text: String, _ stated: String) -> Diagnostic {
        Diagnostic(
            "MAP-103", .error,
            "\(column) is '\(text.prefix(40))' here, the first row says '\(stated.prefix(40))' of the filing",
            help: "Say the same of the filing in every row, or give each filing a sheet of its own.")
    }
}
