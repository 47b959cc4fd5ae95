import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads rows: the filing's columns of the first row make the header, every other part is a row, or rows of one good.
struct EMXCSVReader: SubmissionReader {
    typealias NodeID = SourceTree.NodeID

    private var records: CSVReader
    /// The first record, while its header was handed out and nothing else.
    private var pending: SourceTree?
    /// What the first row says of the filing; every other row has to agree.
    private var filing: RepeatedCells?
    private var header = SubmissionHeader()

    init(_ records: CSVReader) { self.records = records }

    var version: String? { "1.0" }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        defer { log.finish() }
        if let first = pending {
            pending = nil
            log.tree = first
            if let part = part(&log) { return part }
            log.restartKeepingFindings()
        }
        while let role = try records.next(into: &log.tree) {
            for finding in records.takeFindings() { log.report(finding) }
            if role == .header {
                EMXCSVColumns.reportUnknown(&log)
                continue
            }
            if filing == nil, let header = header(&log) { return header }
            if let part = part(&log) { return part }
            log.restartKeepingFindings()
        }
        for finding in records.takeFindings() { log.report(finding) }
        // What is found in a table without rows has no other part to go with.
        return log.diagnostics.isEmpty || filing != nil ? nil : .header(header)
    }
}

// MARK: The filing

extension EMXCSVReader {
    /// What the first row says of the filing, if anything; what else it says waits.
    private mutating func header(_ log: inout ReadLog) -> SubmissionPart? {
        let whole = log.tree
        guard let row = log.items(of: SourceTree.root).first else { return nil }
        // A cell that can't be read is reported with the part that the rest of the row makes.
        let cell = log.tree.children(of: row).first { log.tree.isNamed(EMXCSVColumns.others, $0) }
        let others = cell.flatMap { log.tree.withText(of: $0, OtherValues.spelling.parse) }?.header ?? []
        log.tree.detachChildren(of: SourceTree.root) { _, id in id != row }
        log.tree.detachChildren(of: row) { tree, id in
            id == cell ? others.isEmpty : !EMXCSVColumns.headerNames.contains { tree.isNamed($0, id) }
        }
        if let cell { log.claim(cell) }
        header = EMXCSVColumns.header.read(row, in: ReadLog.part, into: &log)
        filing = RepeatedCells(EMXCSVColumns.header.descriptions, of: row, in: log, others)
        log.carry(others, from: cell ?? row, to: &header.carried, \SubmissionHeader.carried, in: ReadLog.part)
        if header.isEmpty, log.diagnostics.isEmpty {
            log.restart()
            log.tree = whole
            return nil
        }
        pending = whole
        return .header(header)
    }
}

// MARK: Goods and footprints

extension EMXCSVReader {
    /// - Returns: `nil` for a row that says nothing but what holds for the filing.
    private func part(_ log: inout ReadLog) -> SubmissionPart? {
        let rows = log.items(of: SourceTree.root)
        for row in rows { filing?.check(row, &log, areInPart: false, Self.otherFiling) }
        let first = rows[0]
        var good = EMXCSVColumns.good.read(first, in: ReadLog.part, into: &log)
        let others = rows.map { log.otherValues(of: $0) }
        for (others, cell) in others {
            guard let cell, let filing, !others.header.isEmpty, others.header != filing.carried else { continue }
            log.report(Self.otherFiling("header", in: EMXCSVColumns.others), at: cell, in: ReadLog.part)
        }
        guard !good.isEmpty || !others[0].values.good.isEmpty else { return footprint(first, others[0], &log) }
        log.carry(
            others[0].values.good, from: others[0].cell ?? first, to: &good.carried, \ImportedGood.carried,
            in: ReadLog.part)
        compareGoods(rows, others, &log)
        let list = log.enter(\ImportedGood.footprints, of: ReadLog.part, at: first)
        for (row, others) in zip(rows, others) {
            let place = log.enter(index: good.footprints.count, of: list, at: row)
            var footprint = EMXCSVColumns.footprint.read(row, in: place, into: &log)
            if footprint.isEmpty, others.values.footprint.isEmpty {
                log.carryUnknown(row, to: &good.carried, \ImportedGood.carried, in: ReadLog.part)
            } else {
                carry(row, others, to: &footprint, in: place, &log)
                good.footprints.append(footprint)
            }
        }
        return .good(good)
    }

    private func footprint(_ row: NodeID, _ others: ReadLog.OtherCell, _ log: inout ReadLog) -> SubmissionPart? {
        var footprint = EMXCSVColumns.footprint.read(row, in: ReadLog.part, into: &log)
        carry(row, others, to: &footprint, in: ReadLog.part, &log)
        return footprint.isEmpty && log.diagnostics.isEmpty ? nil : .footprint(footprint)
    }

    private func carry(
        _ row: NodeID, _ others: ReadLog.OtherCell, to footprint: inout ProductFootprint, in scope: ReadLog.ScopeID,
        _ log: inout ReadLog
    ) {
        let key = \ProductFootprint.carried
        log.carry(others.values.footprint, from: others.cell ?? row, to: &footprint.carried, key, in: scope)
        log.carryUnknown(row, to: &footprint.carried, key, in: scope)
    }

    /// Every row of a good says the same of it, or nothing.
    private func compareGoods(_ rows: [NodeID], _ others: [ReadLog.OtherCell], _ log: inout ReadLog) {
        guard rows.count > 1 else { return }
        let stated = RepeatedCells(EMXCSVColumns.good.descriptions, of: rows[0], in: log, others[0].values.good)
        for (row, others) in zip(rows, others).dropFirst() {
            stated.check(row, &log, areInPart: true, Self.otherGood)
            guard let cell = others.cell, !others.values.good.isEmpty, others.values.good != stated.carried else {
                continue
            }
            log.report(Self.otherGood("good", in: EMXCSVColumns.others), at: cell, in: ReadLog.part)
        }
    }
}

/// What a row says that the rows after it repeat.
private struct RepeatedCells {
    private let cells: [(name: NodeName, path: FieldPath?, text: String, finding: Diagnostic?)]
    let carried: [Carried]

    init(_ columns: [FieldDescription], of row: SourceTree.NodeID, in log: ReadLog, _ carried: [Carried]) {
        let tree = log.tree
        cells = columns.map { column in
            let name = NodeName(column.name)
            let cell = tree.children(of: row).first { tree.isNamed(name, $0) }
            return (
                name, column.path.flatMap { FieldPath($0) }, cell.map { tree.trimmedText(of: $0) } ?? "",
                cell.flatMap { log.correctable[$0] }
            )
        }
        self.carried = carried
    }

    /// Looks at the cells of another row, and reports each that says something else.
    ///
    /// A cell that says the same is a value of the part that the fields are in. Where that is another part, which has
    /// the value already, the cell is cut out, so that nothing is counted twice.
    func check(
        _ row: SourceTree.NodeID, _ log: inout ReadLog, areInPart: Bool,
        _ contradiction: (_ text: String, _ column: NodeName) -> Diagnostic
    ) {
        var repeated: Set<SourceTree.NodeID> = []
        for cell in cells {
            guard let node = log.child(cell.name, of: row) else { continue }
            let text = log.tree.trimmedText(of: node)
            if text.isEmpty { continue }
            if text == cell.text, let finding = cell.finding { log.correctAgain(finding, at: node) }
            if text != cell.text {
                log.markUnreadable(node)
                log.report(contradiction(text, cell.name), at: node, in: ReadLog.part)
            } else if let path = cell.path, areInPart {
                log.note(nil, in: log.enter(path: path, of: ReadLog.part, at: node), from: node)
            } else {
                repeated.insert(node)
            }
        }
        if !repeated.isEmpty { log.tree.detachChildren(of: row) { repeated.contains($1) } }
    }
}

extension ReadLog {
    typealias OtherCell = (values: OtherValues, cell: NodeID?)

    /// What stands in the row's cell for values without a column.
    fileprivate mutating func otherValues(of row: NodeID) -> OtherCell {
        guard let cell = child(EMXCSVColumns.others, of: row),
            let values = value(of: cell, EMXCSVColumns.others, as: OtherValues.spelling, nil, in: Self.part)
        else { return (OtherValues(), nil) }
        return (values, cell)
    }

    fileprivate mutating func carry(
        _ values: [Carried], from cell: NodeID, to carried: inout [Carried], _ key: AnyKeyPath, in scope: ScopeID
    ) {
        guard !values.isEmpty else { return }
        let list = enter(key, of: scope, at: cell)
        for value in values {
            note(nil, in: enter(index: carried.count, of: list, at: cell), from: cell)
            carried.append(value)
        }
    }

    /// Keeps what stands in columns that the table does not have. Call it when all else was read.
    fileprivate mutating func carryUnknown(
        _ row: NodeID, to carried: inout [Carried], _ key: AnyKeyPath, in scope: ScopeID
    ) {
        for cell in Array(tree.children(of: row)) where !isClaimed(cell) {
            claim(cell)
            let text = tree.trimmedText(of: cell)
            guard !text.isEmpty else { continue }
            let path = "/" + tree.name(of: cell).escapedPointerStep
            carry(
                [Carried(format: EMXCSVColumns.format, path: path, content: .text(text))], from: cell, to: &carried,
                key, in: scope)
        }
    }

    /// Where corrections are made, what is said again has to be corrected again.
    fileprivate mutating func correctAgain(_ finding: Diagnostic, at node: NodeID) {
        guard corrections.made != nil, tree.location(of: node) != finding.location else { return }
        var again = finding
        again.fix?.edits = []
        report(located(again, at: node))
    }

    mutating func restartKeepingFindings() {
        let findings = diagnostics
        restart()
        for finding in findings { report(finding) }
    }
}

extension String {
    fileprivate var escapedPointerStep: String {
        reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
    }
}

// MARK: Wording

extension EMXCSVReader {
    fileprivate static func otherFiling(_ text: String, in column: NodeName) -> Diagnostic {
        Diagnostic(
            "ECSV-001", .error, "\(column) is '\(text)' here, the first row says something else of the filing",
            help: "Say the same of the filing in every row, or give each filing a file of its own.")
    }
    fileprivate static func otherGood(_ text: String, in column: NodeName) -> Diagnostic {
        Diagnostic(
            "ECSV-002", .error, "\(column) is '\(text)' here, the first row of the good says something else",
            help: "Say the same of the good in each of its rows, or give each good a number of its own.")
    }
}
