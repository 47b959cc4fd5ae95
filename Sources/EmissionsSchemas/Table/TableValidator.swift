import EmissionsDiagnostics
public import EmissionsSyntax

/// Holds one table against a schema, in the pass in which ``CSVReader`` reads it.
///
/// Hand ``observer`` to the reader: findings come with the reader's own, for every row, whatever becomes of it. Memory
/// is bounded, whatever has to be unique: see ``SeenCells``.
public final class TableValidator {
    /// What stands in a column.
    enum Column {
        case field(Int)
        /// In no field, which is allowed or was said.
        case other
        /// Without a name, and without content so far.
        case unnamed
    }

    let schema: TableSchema
    private var columns: [Column] = []
    /// The column of each field; `nil` where the table has none.
    var columnOfField: [Int?] = []
    private var seen: SeenCells
    private var hasToldFull = false
    private let mostFindings: Int
    /// How many faults were found, listed or not.
    public private(set) var faultCount = 0

    /// - Parameters:
    ///   - schema: The schema.
    ///   - mostFindings: How many findings are listed. The rest is counted.
    ///   - mostValues: How many values that have to be unique are remembered.
    public init(_ schema: TableSchema, mostFindings: Int = 1000, mostValues: Int = 1_000_000) {
        (self.schema, self.mostFindings) = (schema, mostFindings)
        seen = SeenCells(capacity: mostValues)
    }

    /// For the reader of the table.
    public var observer: CSVObserver { CSVObserver(Events(self)) }

    /// Keeps what a reader tells out of the public interface.
    private final class Events: CSVEvents {
        let validator: TableValidator
        init(_ validator: TableValidator) { self.validator = validator }

        func header(_ row: SourceTree.NodeID, in tree: inout SourceTree, _ findings: inout [Diagnostic]) {
            validator.columns = validator.readHeader(row, in: &tree, &findings)
        }
        func record(in tree: inout SourceTree, _ findings: inout [Diagnostic]) {
            var row = tree.firstChild(of: SourceTree.root)
            while let id = row {
                validator.check(id, in: &tree, &findings)
                row = tree.next(after: id)
            }
        }
        func finish(_ findings: inout [Diagnostic]) {
            let unlisted = validator.faultCount - validator.mostFindings
            if unlisted > 0 { findings.append(.unlistedInTable(unlisted)) }
        }
    }

    func report(
        _ fault: (SourceTree) -> TableFault, at node: SourceTree.NodeID, in tree: inout SourceTree,
        _ findings: inout [Diagnostic]
    ) {
        faultCount += 1
        guard faultCount <= mostFindings else { return }
        let fault = fault(tree)
        findings.append(
            Diagnostic(
                fault.code, .error, fault.message, help: fault.help, location: tree.location(of: node),
                excerpt: tree.excerpt(of: node)))
    }
}

// MARK: Rows

extension TableValidator {
    private func check(_ row: SourceTree.NodeID, in tree: inout SourceTree, _ findings: inout [Diagnostic]) {
        var column = 0, next = tree.firstChild(of: row)
        while let cell = next, column < columns.count {
            switch columns[column] {
            case .field(let field): check(cell, schema.fields[field], field, in: &tree, &findings)
            case .other: break
            case .unnamed:
                if !tree.textIsEmpty(cell) {
                    report({ .unnamed(cell, $0) }, at: cell, in: &tree, &findings)
                    columns[column] = .other
                }
            }
            column += 1
            next = tree.next(after: cell)
        }
        for (number, field) in schema.fields.enumerated() where field.isRequired {
            guard let place = columnOfField[number], place >= column else { continue }
            report({ .cellMissing(field, $0.ordinal(of: row)) }, at: row, in: &tree, &findings)
        }
        for number in schema.keys.indices { check(schema.keys[number], number, row, column, in: &tree, &findings) }
    }

    private func check(
        _ cell: SourceTree.NodeID, _ field: TableField, _ number: Int, in tree: inout SourceTree,
        _ findings: inout [Diagnostic]
    ) {
        if tree.isMissing(cell, field) {
            if field.isRequired { report({ .empty(field, cell, $0) }, at: cell, in: &tree, &findings) }
            return
        }
        if field.comparesValues {
            guard let value = tree.withText(of: cell, field.type.value) else {
                return report({ .type(field, cell, $0) }, at: cell, in: &tree, &findings)
            }
            for bound in field.bounds where !bound.allows(value) {
                report({ .bound(bound, field, cell, $0) }, at: cell, in: &tree, &findings)
            }
            if let allowed = field.allowed, !allowed.values.contains(value) {
                report({ .values(allowed, field, cell, $0) }, at: cell, in: &tree, &findings)
            }
            if field.isUnique, let first = firstRow(of: [value], key: -1 - number, at: cell, in: &tree, &findings) {
                report({ .repeated(field, first, cell, $0) }, at: cell, in: &tree, &findings)
            }
        } else if !tree.withText(of: cell, field.type.allows) {
            return report({ .type(field, cell, $0) }, at: cell, in: &tree, &findings)
        }
        checkText(cell, field, in: &tree, &findings)
    }

    private func checkText(
        _ cell: SourceTree.NodeID, _ field: TableField, in tree: inout SourceTree, _ findings: inout [Diagnostic]
    ) {
        if let length = field.length {
            let count = tree.withText(of: cell) { $0.count { $0 & 0xC0 != 0x80 } }
            if !length.contains(count) {
                report({ .length(length, count, field, cell, $0) }, at: cell, in: &tree, &findings)
            }
        }
        if case .text(let format?) = field.type, !format.allows(tree.text(of: cell)) {
            report({ .format(format, field, cell, $0) }, at: cell, in: &tree, &findings)
        }
        guard let pattern = field.pattern else { return }
        let isMatch = tree.withText(of: cell) { text in
            var steps = 1_000_000 + 500 * text.count
            return pattern.whole.matches(text, steps: &steps)
        }
        if isMatch == nil { report({ .tooManySteps(field, cell, $0) }, at: cell, in: &tree, &findings) }
        if isMatch == false { report({ .pattern(pattern.shown, field, cell, $0) }, at: cell, in: &tree, &findings) }
    }
}

// MARK: What may occur once

extension TableValidator {
    private func check(
        _ key: TableKey, _ number: Int, _ row: SourceTree.NodeID, _ cellCount: Int, in tree: inout SourceTree,
        _ findings: inout [Diagnostic]
    ) {
        var values: [CellValue] = [], firstCell = row
        for number in key.fields {
            guard let column = columnOfField[number], column < cellCount else { return }
            let cell = row + 1 + column, field = schema.fields[number]
            if values.isEmpty { firstCell = cell }
            guard !tree.isMissing(cell, field) else {
                if key.isPrimary, !field.isRequired {
                    report({ .emptyKey(field, cell, $0) }, at: cell, in: &tree, &findings)
                }
                return
            }
            guard let value = tree.withText(of: cell, field.type.value) else { return }
            values.append(value)
        }
        guard !values.isEmpty, let first = firstRow(of: values, key: number, at: firstCell, in: &tree, &findings) else {
            return
        }
        let names = key.fields.map { schema.fields[$0].name }
        report({ .repeatedKey(names, first, firstCell, $0) }, at: firstCell, in: &tree, &findings)
    }

    /// The row in which the values were seen before, if they were. Says once that no more are remembered.
    private func firstRow(
        of values: [CellValue], key: Int, at cell: SourceTree.NodeID, in tree: inout SourceTree,
        _ findings: inout [Diagnostic]
    ) -> Int? {
        let first = seen.row(of: values, key: key, seenIn: tree.rowNumber(of: cell))
        if seen.isFull, !hasToldFull {
            hasToldFull = true
            findings.append(.seenIsFull(at: cell, in: &tree))
        }
        return first
    }
}

extension SourceTree {
    fileprivate func isMissing(_ cell: NodeID, _ field: TableField) -> Bool {
        withText(of: cell) { text in field.missing.contains { $0.count == text.count && $0.elementsEqual(text) } }
    }
}
