import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Makes a part of the rows that belong together.
struct SheetPartReading {
    let layout: SheetLayout
    let rows: [SheetCells]

    /// - Returns: `nil` where the rows say nothing.
    func part(_ log: inout ReadLog) -> SubmissionPart? {
        guard layout.hasGoods, let first = rows.first else { return footprintPart(&log) }
        var good = ImportedGood()
        var reading = SheetRowReading(layout, first, in: ReadLog.part)
        reading.read(&good, basis: nil, &log) { if case .good(let field) = $0 { field } else { nil } }
        guard !good.isEmpty else { return footprintPart(&log) }
        for cells in rows.dropFirst() {
            compare(cells, with: reading, &log) { if case .good = $0 { true } else { false } }
        }
        state(&good, in: ReadLog.part, &log) { if case .good(let field) = $0 { field } else { nil } }
        let list = log.enter(\ImportedGood.footprints, of: ReadLog.part, at: first.row)
        let groups = layout.mapping.rows.meaning == .product ? rows.map { [$0] } : [rows]
        for group in groups {
            let place = log.enter(index: good.footprints.count, of: list, at: group[0].row)
            if let footprint = footprint(group, in: place, &log) {
                good.footprints.append(footprint)
            } else {
                keep(group, to: &good.carried, in: ReadLog.part, &log)
            }
        }
        return .good(good)
    }

    private func footprintPart(_ log: inout ReadLog) -> SubmissionPart? {
        let found = log.diagnostics.count
        let footprint = footprint(rows, in: ReadLog.part, &log)
        // What can't be read has to go with a part, to be accounted for.
        return footprint.map { .footprint($0) }
            ?? (log.diagnostics.count == found ? nil : .footprint(ProductFootprint()))
    }

    private func footprint(
        _ rows: [SheetCells], in scope: ReadLog.ScopeID, _ log: inout ReadLog
    ) -> ProductFootprint? {
        var footprint = ProductFootprint()
        guard let first = rows.first else { return nil }
        var reading = SheetRowReading(layout, first, in: scope)
        reading.read(&footprint, basis: layout.basis, &log) {
            if case .footprint(let field) = $0 { field } else { nil }
        }
        for cells in rows.dropFirst() {
            compare(cells, with: reading, &log) { if case .footprint = $0 { true } else { false } }
        }
        var gases = SheetGases(layout), results = SheetResultReading(layout)
        for cells in rows {
            gases?.read(cells, in: scope, &log)
            results.read(cells, to: &footprint, in: scope, &log)
        }
        gases?.finish(&footprint, in: scope, &log)
        keep(rows, to: &footprint.carried, in: scope, &log)
        guard !footprint.isEmpty else { return nil }
        state(&footprint, in: scope, &log) { if case .footprint(let field) = $0 { field } else { nil } }
        if reading.isForDeclaredAmount { footprint.declaredUnit.basis = .declaredAmount }
        return footprint
    }

    /// Gives a record what the mapping says of every row, unless the row says it itself.
    private func state<Record: ModelRecord>(
        _ record: inout Record, in scope: ReadLog.ScopeID, _ log: inout ReadLog,
        _ field: (SheetConstant.Target) -> SheetField<Record>?
    ) {
        let place = log.path(of: scope)
        for constant in layout.mapping.constants {
            guard let field = field(constant.target), field.isList || field.get(record) == nil else { continue }
            log.note(supplied: place.appending(field.set(&record, constant.value)))
        }
    }

    /// Every row of a part says the same of it, or nothing.
    private func compare(
        _ cells: SheetCells, with first: SheetRowReading, _ log: inout ReadLog,
        _ isMeant: (SheetColumn.Meaning) -> Bool
    ) {
        for (index, column) in layout.columns where isMeant(column.meaning) || first.places[index] != nil {
            guard let node = layout.cell(index, of: cells, &log) else { continue }
            let text = log.tree.cellText(node)
            let stated = layout.cell(index, of: first.cells, &log).map { log.tree.cellText($0) }
            if stated == text {
                guard let path = first.places[index] else { continue }
                log.note(nil, in: log.enter(path: path, of: first.scope, at: node), from: node)
            } else {
                log.markUnreadable(node)
                log.report(.contradiction(column.name, text, stated), at: node, in: first.scope)
            }
        }
    }

    /// Keeps the cells of columns that the mapping does not know.
    private func keep(
        _ rows: [SheetCells], to carried: inout [Carried], in scope: ReadLog.ScopeID, _ log: inout ReadLog
    ) {
        var list: ReadLog.ScopeID?
        for (number, cells) in rows.enumerated() {
            for node in cells.nodes where !log.isClaimed(node) {
                log.claim(node)
                let text = log.tree.cellText(node)
                if text.isEmpty { continue }
                let place = list ?? log.enter(path: FieldPath([.name("carried")]), of: scope, at: cells.row)
                list = place
                let path = SheetMapping.path(of: log.tree.name(of: node), row: number)
                log.note(nil, in: log.enter(index: carried.count, of: place, at: node), from: node)
                carried.append(Carried(format: layout.mapping.formatName, path: path, content: .text(text)))
            }
        }
    }
}

extension SheetMapping {
    /// Where a cell of a column that has no field stands below its part.
    static func path(of column: String, row: Int) -> String {
        let step = column.reduce(into: "") { $0 += $1 == "~" ? "~0" : $1 == "/" ? "~1" : String($1) }
        return "/rows/\(row)/\(step)"
    }
}

extension Diagnostic {
    fileprivate static func contradiction(_ column: String, _ text: String, _ stated: String?) -> Diagnostic {
        Diagnostic(
            "MAP-103", .error,
            "\(column) is '\(text.prefix(40))' here, the first row of the product says \(stated.map { "'\($0.prefix(40))'" } ?? "nothing")",
            help: "Say the same in each row of a product, or give each product a key of its own.")
    }
}
