import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Writes a sheet by a mapping: the rows above the header that were kept, the header, and the rows of each part.
struct SheetWriter: Sendable {
    let mapping: SheetMapping
    private let layout: SheetLayout
    /// The columns that are not mapped and written as they were kept, by their positions.
    private let ignored: [(name: String, position: Int)]
    private let names: [String]

    init(_ mapping: SheetMapping) {
        self.mapping = mapping
        let fixed = mapping.columns.compactMap { column -> Int? in
            if case .position(let position) = column.place { position } else { nil }
        }
        var taken = Set(fixed), next = 0
        func free() -> Int {
            while taken.contains(next) { next += 1 }
            taken.insert(next)
            return next
        }
        var places: [(name: String, position: Int)] = mapping.columns.map { column in
            switch column.place {
            case .name(let name): (name, free())
            case .position(let position): (column.name, position)
            }
        }
        ignored = mapping.ignored.map { ($0, free()) }
        let columns = places.map(\.position)
        places += ignored
        var names = Array(repeating: "", count: (places.map(\.position).max() ?? -1) + 1)
        for place in places { names[place.position] = place.name }
        self.names = names
        layout = SheetLayout(mapping, positions: columns)
    }

    func begin(_ header: SubmissionHeader) -> Written {
        var rows: [[String]] = []
        if case .row(let number) = mapping.shape.heading {
            let above = header.carried.filter { $0.format == mapping.formatName && $0.path.hasPrefix("/above/") }
            let kept = above.compactMap { item -> (Int, [String])? in
                guard let row = Int(item.path.dropFirst("/above/".count)), case .list(let cells) = item.content else {
                    return nil
                }
                return (row, cells.map { if case .text(let text) = $0 { text } else { "" } })
            }
            for row in 0..<min(number - 1, Self.mostAbove) { rows.append(kept.first { $0.0 == row }?.1 ?? []) }
            rows.append(names)
        }
        var problems: [Diagnostic] = []
        return Written(bytes: print(rows, &problems), problems: problems)
    }

    private static let mostAbove = 1_000

    func write(_ part: SubmissionPart, _ header: SubmissionHeader) -> Written {
        var rows = SheetRowWriting(layout, ignored, width: names.count)
        switch part {
        case .header: rows.add(header, nil, nil, at: FieldPath())
        case .footprint(let footprint): rows.add(header, nil, footprint, at: FieldPath())
        case .good(let good) where good.footprints.isEmpty: rows.add(header, good, nil, at: FieldPath())
        case .good(let good):
            for (index, footprint) in good.footprints.enumerated() {
                rows.add(
                    header, good, footprint, at: FieldPath(\ImportedGood.footprints).appending(.index(index)))
            }
        }
        var problems = rows.problems
        return Written(bytes: print(rows.rows, &problems), problems: problems)
    }

    private func print(_ rows: [[String]], _ problems: inout [Diagnostic]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows { CSVPrinter.row(row, separator: mapping.shape.writtenSeparator, into: &bytes) }
        guard mapping.shape.encoding != .utf8 else { return bytes }
        if let encoded = mapping.shape.encoding.encoded(bytes) { return encoded }
        problems.append(
            Diagnostic(
                "MAP-112", .warning, "a text has characters that \(mapping.shape.encoding.rawValue) can't say",
                help: "Say encoding: utf-8 in the mapping."))
        let known = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            mapping.shape.encoding.encoded(String(scalar).utf8) ?? [UInt8(ascii: "?")]
        }
        return known.flatMap(\.self)
    }
}

/// The rows of one part on their way into a sheet.
struct SheetRowWriting {
    private(set) var rows: [[String]] = []
    private(set) var problems: [Diagnostic] = []
    private let layout: SheetLayout
    private let ignored: [(name: String, position: Int)]
    private let width: Int

    init(_ layout: SheetLayout, _ ignored: [(name: String, position: Int)], width: Int) {
        (self.layout, self.ignored, self.width) = (layout, ignored, width)
    }

    mutating func add(
        _ header: SubmissionHeader, _ good: ImportedGood?, _ footprint: ProductFootprint?, at path: FieldPath
    ) {
        var shared = SheetRow(layout, width: width)
        shared.write(header, at: FieldPath()) { if case .header(let field) = $0 { field } else { nil } }
        if let good { shared.write(good, at: FieldPath()) { if case .good(let field) = $0 { field } else { nil } } }
        if let footprint {
            shared.write(footprint, at: path) { if case .footprint(let field) = $0 { field } else { nil } }
        }
        problems += shared.problems
        let start = rows.count
        switch layout.mapping.rows.meaning {
        case .product: addRow(shared, footprint, nil)
        case .gas: addGases(shared, footprint, at: path)
        case .module: addModules(shared, footprint)
        }
        for carried in (footprint?.carried ?? []) + (good?.carried ?? []) { restore(carried, from: start) }
        if rows.count == start + 1, rows[start].allSatisfy(\.isEmpty) { rows.removeLast() }
    }

    private mutating func addRow(_ shared: SheetRow, _ footprint: ProductFootprint?, _ module: ModuleAmount?) {
        var row = shared
        if let footprint { row.writeResults(of: footprint, module) }
        rows.append(row.texts)
    }

    /// A row for each module and scenario, in the order in which the results have them.
    private mutating func addModules(_ shared: SheetRow, _ footprint: ProductFootprint?) {
        guard let footprint else { return addRow(shared, nil, nil) }
        let wanted = layout.mapping.columns.compactMap { column -> SheetResult? in
            if case .result(let result) = column.meaning, result.modules == nil { result } else { nil }
        }
        var modules: [ModuleAmount] = []
        for result in footprint.results where wanted.contains(where: { $0.indicator == result.indicator }) {
            for amount in result.amounts
            where !modules.contains(where: { $0.modules == amount.modules && $0.scenario == amount.scenario }) {
                modules.append(amount)
            }
        }
        if modules.isEmpty { return addRow(shared, footprint, nil) }
        for module in modules { addRow(shared, footprint, module) }
    }

    /// A row for each gas that the same mapping has read; the sum alone is a row of CO2e.
    private mutating func addGases(_ shared: SheetRow, _ footprint: ProductFootprint?, at path: FieldPath) {
        guard let sum = layout.mapping.gases, let footprint, case .emissions(let total)? = sum.field.get(footprint)
        else {
            return rows.append(shared.texts)
        }
        let kilograms = total.converted(to: .kilogramsCO2e)?.amount ?? total.amount
        if let gases = SheetGases.rows(of: footprint, layout.mapping, worth: kilograms) {
            for gas in gases {
                var row = shared
                row.writeGas(gas)
                rows.append(row.texts)
            }
            return
        }
        var row = shared
        row.writeGas(.init(gas: "CO2e", amount: kilograms, unit: UnitOfMeasure.kilogram.definition))
        rows.append(row.texts)
        problems.append(
            Diagnostic(
                "MAP-110", .warning,
                "the source states \(total) without gases that add up to it, and the sheet has a row for each",
                help: "Nothing needs to be done: the sum is written as a row of CO2e.",
                path: path.appending(FieldPath(sum.field.name) ?? FieldPath())))
    }

    /// Puts what was kept of a column without a field back in its row.
    private mutating func restore(_ carried: Carried, from start: Int) {
        guard carried.format == layout.mapping.formatName, case .text(let text) = carried.content else { return }
        for row in start..<rows.count {
            for column in ignored where carried.path == SheetMapping.path(of: column.name, row: row - start) {
                rows[row][column.position] = text
            }
        }
    }
}
