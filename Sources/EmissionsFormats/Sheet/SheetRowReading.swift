import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads what one row says of a record.
struct SheetRowReading {
    let layout: SheetLayout
    let cells: SheetCells
    /// Where the record stands in its part.
    let scope: ReadLog.ScopeID
    /// For each column that was read, where its value went; rows that repeat it say the same.
    private(set) var places: [Int: FieldPath] = [:]
    /// Whether figures for one unit of the sheet are figures for an amount in a unit of the model.
    private(set) var isForDeclaredAmount = false

    init(_ layout: SheetLayout, _ cells: SheetCells, in scope: ReadLog.ScopeID) {
        (self.layout, self.cells, self.scope) = (layout, cells, scope)
    }

    /// Reads the columns that `field` picks.
    mutating func read<Record: ModelRecord>(
        _ record: inout Record, basis: FigureBasis?, _ log: inout ReadLog,
        _ field: (SheetColumn.Meaning) -> SheetField<Record>?
    ) {
        var measures: [(column: Int, field: SheetField<Record>, node: SourceTree.NodeID)] = []
        for (index, column) in layout.columns {
            guard let field = field(column.meaning), let node = layout.cell(index, of: cells, &log) else { continue }
            switch field.kind {
            case .measure, .unit: measures.append((index, field, node))
            default: read(index, field, at: node, &record, &log)
            }
        }
        // What a unit means for figures depends on what they are for.
        for (column, field, node) in measures { readMeasure(column, field, at: node, basis, &record, &log) }
    }

    private mutating func note(_ column: Int, _ path: FieldPath, _ node: SourceTree.NodeID, _ log: inout ReadLog) {
        log.note(nil, in: log.enter(path: path, of: scope, at: node), from: node)
        places[column] = path
    }

    private mutating func read<Record: ModelRecord>(
        _ column: Int, _ field: SheetField<Record>, at node: SourceTree.NodeID, _ record: inout Record,
        _ log: inout ReadLog
    ) {
        let place = log.enter(path: FieldPath(field.name) ?? FieldPath(), of: scope, at: node)
        let name = NodeName(layout.mapping.columns[column].name)
        guard field.kind.isNumber else {
            guard let value = log.value(of: node, name, as: layout.spelling(column), nil, in: place) else { return }
            note(column, field.set(&record, value), node, &log)
            return
        }
        guard let amount = layout.amount(column, at: node, of: cells, in: place, &log),
            let (number, division) = layout.quotient(
                amount.number, column, at: node, of: cells, per: field.per, in: place, &log)
        else { return }
        guard let (value, conversion) = field.kind.value(number, in: amount.unit) else {
            log.markUnreadable(node)
            log.report(.tooManyDigits(name, log.tree.cellText(node)), at: node, in: place)
            return
        }
        let path = field.set(&record, value)
        note(column, path, node, &log)
        if let unit = amount.unitNode, case .column(let units) = layout.mapping.columns[column].form.unit {
            note(units, path, unit, &log)
        }
        let reasons = [division, conversion].filter { !$0.isEmpty }
        if !reasons.isEmpty {
            log.note(
                ReadLog.Working(
                    path: log.path(of: scope).appending(path), before: log.tree.cellText(node), after: value.words,
                    reason: reasons.joined(separator: "; "), node: node))
        }
    }
}

// MARK: Amounts of product

extension SheetRowReading {
    private mutating func readMeasure<Record: ModelRecord>(
        _ column: Int, _ field: SheetField<Record>, at node: SourceTree.NodeID, _ basis: FigureBasis?,
        _ record: inout Record, _ log: inout ReadLog
    ) {
        let place = log.enter(path: FieldPath(field.name) ?? FieldPath(), of: scope, at: node)
        var amount: ExactDecimal?, unit: UnitDefinition?, unitNode: SourceTree.NodeID?
        if field.kind == .unit {
            unit = layout.unit(column, at: node, for: .unit, in: place, &log)
            guard unit != nil else { return }
        } else {
            guard let read = layout.amount(column, at: node, of: cells, in: place, &log) else { return }
            (amount, unit, unitNode) = (read.number, read.unit, read.unitNode)
        }
        var measure = SheetMeasure(amount: amount, unit: unit), reason: String?
        if let unit, unit.unit == nil {
            switch Conversion(of: amount, unit, basis: field.name.hasPrefix("declaredUnit.") ? basis : nil) {
            case .measure(let converted, let equation):
                (measure, reason) = (converted, equation)
                if basis == .oneUnit, field.name.hasPrefix("declaredUnit.") { isForDeclaredAmount = true }
            case .kept:
                measure = SheetMeasure(amount: amount, otherUnit: unit.symbol)
                log.report(.keptUnit(unit), at: unitNode ?? node, in: place)
            }
        }
        let path = field.set(&record, .measure(measure))
        note(column, path, node, &log)
        if let unitNode, case .column(let units) = layout.mapping.columns[column].form.unit {
            let unitPath = (path.parent ?? path).appending(measure.otherUnit == nil ? "unit" : "otherUnit")
            note(units, unitPath, unitNode, &log)
        }
        if let reason {
            log.note(
                ReadLog.Working(
                    path: log.path(of: scope).appending(path),
                    before: [log.tree.cellText(node), field.kind == .unit ? "" : unit?.symbol ?? ""].filter {
                        !$0.isEmpty
                    }
                    .joined(separator: " "),
                    after: SheetValue.measure(measure).words, reason: reason, node: node))
        }
    }
}

/// What becomes of an amount in a unit that the model does not have.
private enum Conversion {
    case measure(SheetMeasure, equation: String)
    case kept

    init(of amount: ExactDecimal?, _ unit: UnitDefinition, basis: FigureBasis?) {
        let wanted = UnitTable.all.first { $0.symbol == unit.dimension.reference && $0.unit != nil }
        guard let wanted, let equation = unit.equation(with: wanted) else {
            self = .kept
            return
        }
        // Figures for one unit are for so much of the unit that the model has; for one of that, they would be divided.
        if basis == .oneUnit, let amount, !amount.equals(1) {
            self = .kept
            return
        }
        guard let converted = unit.convert(amount ?? 1, to: wanted), amount != nil || basis == .oneUnit else {
            self = .kept
            return
        }
        self = .measure(SheetMeasure(amount: converted, unit: wanted), equation: equation)
    }
}

extension SheetKind {
    fileprivate var isNumber: Bool {
        switch self {
        case .number, .quantity, .emissions: true
        default: false
        }
    }

    /// A number in a unit as a value of the kind, with the arithmetic; `nil` where it needs more than 38 digits.
    fileprivate func value(_ number: ExactDecimal, in unit: UnitDefinition?) -> (SheetValue, reason: String)? {
        switch self {
        case .emissions:
            guard let unit else { return nil }
            if let stated = EmissionsUnit(mass: unit) { return (.emissions(Emissions(number, stated)), "") }
            let kilogram = UnitOfMeasure.kilogram.definition
            guard let converted = unit.convert(number, to: kilogram) else { return nil }
            return (.emissions(Emissions(converted, .kilogramsCO2e)), unit.equation(with: kilogram) ?? "")
        case .quantity(let symbol):
            guard let unit, let wanted = UnitTable.all.first(where: { $0.symbol == symbol }), unit != wanted else {
                return (.number(number), "")
            }
            return unit.convert(number, to: wanted).map { (.number($0), unit.equation(with: wanted) ?? "") }
        default: return (.number(number), "")
        }
    }
}

extension EmissionsUnit {
    /// The unit of the model that counts CO₂ equivalent in a mass.
    init?(mass: UnitDefinition) {
        switch mass.unit {
        case .kilogram: self = .kilogramsCO2e
        case .tonne: self = .tonnesCO2e
        default: return nil
        }
    }
}

extension SheetValue {
    /// In words, for a report.
    var words: String {
        switch self {
        case .text(let text), .word(let text): text
        case .number(let number): "\(number)"
        case .emissions(let some): "\(some)"
        case .moment(let moment): moment.written
        case .truth(let truth): "\(truth)"
        case .measure(let measure):
            [measure.amount.map { "\($0)" }, measure.unit?.unit?.rawValue ?? measure.unit?.symbol ?? measure.otherUnit]
                .compactMap(\.self).joined(separator: " ")
        }
    }
}

// MARK: Wording

extension Diagnostic {
    fileprivate static func tooManyDigits(_ name: NodeName, _ text: String) -> Diagnostic {
        Diagnostic(
            "READ-005", .error, "\(name) is '\(text.prefix(40))', which needs more than 38 digits in the model's unit",
            help: "Give the number with fewer digits.")
    }
    fileprivate static func keptUnit(_ unit: UnitDefinition) -> Diagnostic {
        Diagnostic(
            "MAP-111", .warning,
            "figures are for one \(unit.symbol), and have no exact value for one unit of the model",
            help: "State the figures for the declared amount, or in a metric unit.")
    }
}
