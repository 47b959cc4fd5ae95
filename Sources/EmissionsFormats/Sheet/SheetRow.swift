import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// One row of a sheet on its way out.
struct SheetRow {
    private(set) var texts: [String]
    private(set) var problems: [Diagnostic] = []
    private let layout: SheetLayout

    init(_ layout: SheetLayout, width: Int) {
        self.layout = layout
        texts = Array(repeating: "", count: width)
    }

    /// Writes what a record says in the columns that `field` picks.
    mutating func write<Record: ModelRecord>(
        _ record: Record, at path: FieldPath, _ field: (SheetColumn.Meaning) -> SheetField<Record>?
    ) {
        var counts: [String: Int] = [:], divided: [Int] = []
        for (index, column) in layout.columns {
            guard let field = field(column.meaning) else { continue }
            if column.form.divisor != nil {
                divided.append(index)
                continue
            }
            let number = counts[field.name, default: 0]
            counts[field.name] = number + 1
            let value: SheetValue?
            if let items = field.items?(record) {
                value = number < items.count ? items[number] : nil
            } else {
                value = field.get(record)
            }
            if let value { write(value, field, in: index, at: path) }
        }
        // The total is what the quotient was, times what stands in the other column.
        for index in divided {
            guard let field = field(layout.mapping.columns[index].meaning), let value = field.get(record) else {
                continue
            }
            writeTotal(value, field, in: index, at: path)
        }
    }

    private mutating func write<Record>(
        _ value: SheetValue, _ field: SheetField<Record>, in index: Int, at path: FieldPath
    ) {
        let form = layout.mapping.columns[index].form
        switch value {
        case .emissions(let some):
            let unit = some.unit.mass.definition
            put(some.amount, unit, in: index, form, "\(some)", field.name, at: path)
        case .number(let number):
            if case .quantity(let symbol) = field.kind, let unit = UnitTable.all.first(where: { $0.symbol == symbol }) {
                put(number, unit, in: index, form, "\(number) \(symbol)", field.name, at: path)
            } else {
                set(form.numbers.print(number, suffix: form.suffix), in: index)
            }
        case .measure(let measure) where field.kind == .measure:
            guard let amount = measure.amount else { return }
            guard let unit = measure.unit else {
                set(form.numbers.print(amount), in: index)
                if case .column(let units) = form.unit, let other = measure.otherUnit { set(other, in: units) }
                return
            }
            put(amount, unit, in: index, form, value.words, field.name, at: path)
        default:
            guard let text = form.print(value) else { return refuse(value.words, in: index, field.name, at: path) }
            set(text, in: index)
        }
    }

    /// Writes an amount in the unit of its column, or with its unit in the column for that.
    private mutating func put(
        _ amount: ExactDecimal, _ unit: UnitDefinition, in index: Int, _ form: CellForm, _ words: String,
        _ field: String, at path: FieldPath
    ) {
        switch form.unit {
        case .none: set(form.numbers.print(amount, suffix: form.suffix), in: index)
        case .column(let units):
            set(form.numbers.print(amount), in: index)
            set(layout.word(for: unit, in: units, of: layout.mapping.columns[index].kind), in: units)
        case .fixed(let wanted):
            guard let converted = unit.convert(amount, to: wanted) else {
                return refuse(words, in: index, field, at: path)
            }
            set(form.numbers.print(converted, suffix: form.suffix), in: index)
        }
    }

    private mutating func writeTotal<Record>(
        _ value: SheetValue, _ field: SheetField<Record>, in index: Int, at path: FieldPath
    ) {
        let form = layout.mapping.columns[index].form
        guard let divisor = form.divisor, let position = layout.positions[divisor],
            let factor = layout.mapping.columns[divisor].form.numbers.parse(texts[position])
        else { return refuse(value.words, in: index, field.name, at: path) }
        var amount = factor
        if let per = field.per, let wanted = UnitTable.all.first(where: { $0.symbol == per }),
            let stated = unit(of: divisor), let converted = stated.convert(factor, to: wanted)
        {
            amount = converted
        }
        switch value {
        case .emissions(let some):
            guard let total = some.amount.multiplied(by: amount) else {
                return refuse(value.words, in: index, field.name, at: path)
            }
            write(.emissions(Emissions(total, some.unit)), field, in: index, at: path)
        case .number(let number):
            guard let total = number.multiplied(by: amount) else {
                return refuse(value.words, in: index, field.name, at: path)
            }
            write(.number(total), field, in: index, at: path)
        default: refuse(value.words, in: index, field.name, at: path)
        }
    }

    /// The unit in which the column of this row counts.
    private func unit(of column: Int) -> UnitDefinition? {
        switch layout.mapping.columns[column].form.unit {
        case .none: return nil
        case .fixed(let unit): return unit
        case .column(let units):
            guard let position = layout.positions[units] else { return nil }
            let text = texts[position]
            let meaning = layout.mapping.columns[units].form.codes.first { $0.word == text }?.meaning ?? text
            if case .unit(let unit)? = UnitWord(meaning) { return unit }
            return nil
        }
    }

    private mutating func set(_ text: String, in index: Int) {
        if let position = layout.positions[index] { texts[position] = text }
    }

    private mutating func refuse(_ words: String, in index: Int, _ field: String, at path: FieldPath) {
        let column = layout.mapping.columns[index]
        problems.append(
            Diagnostic(
                "TGT-002", .warning,
                "the target can't say '\(words)' in \(column.name), which takes \(column.form.expected(column.kind))",
                help: "Accept that it is lost, or write the value's unit into the mapping.",
                path: path.appending(FieldPath(field) ?? FieldPath())))
    }
}

// MARK: Rows for gases and modules

extension SheetRow {
    mutating func writeResults(of footprint: ProductFootprint, _ module: ModuleAmount?) {
        for (index, column) in layout.columns {
            switch column.meaning {
            case .module:
                if let modules = module?.modules { set(column.form.print(.word(modules.description)) ?? "", in: index) }
            case .scenario: if let scenario = module?.scenario { set(scenario, in: index) }
            case .result(let result):
                guard
                    let amount = result.amount(in: footprint, modules: module?.modules, scenario: module?.scenario)
                else { continue }
                set(amount.amount.map { column.form.numbers.print($0) } ?? amount.gap?.rawValue ?? "", in: index)
            default: continue
            }
        }
    }

    mutating func writeGas(_ gas: SheetGases.Row) {
        for (index, column) in layout.columns {
            switch column.meaning {
            case .potentials: if let report = gas.report { set(report.description, in: index) }
            case .gas: set(column.form.print(.word(gas.gas)) ?? gas.gas, in: index)
            case .gasAmount:
                put(
                    gas.amount, gas.unit, in: index, column.form, "\(gas.amount) \(gas.unit.symbol)", "",
                    at: FieldPath())
            default: continue
            }
        }
    }
}

extension SheetGases {
    /// A row of a gas, as it was read.
    struct Row {
        var gas: String
        var amount: ExactDecimal
        var unit: UnitDefinition
        /// By whose potentials it counts.
        var report: AssessmentReport?
    }

    /// What gases add up to by the mapping; `nil` where it does not say by which potentials.
    private static func total(_ rows: [Row], _ mapping: SheetMapping) -> ExactDecimal? {
        guard let sum = mapping.gases else { return nil }
        var total: ExactDecimal? = 0
        for row in rows {
            guard let gas = GreenhouseGas(named: row.gas) else { return nil }
            let set = sum.set ?? row.report.flatMap { WarmingPotentialSet(rawValue: $0.description) }
            guard
                let potential = sum.potentials[gas.name]
                    ?? (gas.name == "CO2e" ? 1 : set.flatMap { gas.potential(in: $0) }),
                let kilograms = row.unit.convert(row.amount, to: UnitOfMeasure.kilogram.definition),
                let worth = kilograms.multiplied(by: potential)
            else { return nil }
            total = total?.adding(worth)
        }
        return total
    }

    /// The rows that the mapping has read and that the footprint's sum was made of; `nil` where there are none, and where
    /// they would add up to something else now.
    static func rows(of footprint: ProductFootprint, _ mapping: SheetMapping, worth stated: ExactDecimal) -> [Row]? {
        let kept = footprint.carried.first { $0.format == mapping.formatName && $0.path == path }
        guard case .list(let items)? = kept?.content else { return nil }
        let rows = items.compactMap { item -> Row? in
            guard case .record(let members) = item else { return nil }
            var texts: [String: String] = [:]
            for member in members { if case .text(let text) = member.content { texts[member.name] = text } }
            guard let gas = texts["gas"], let amount = texts["amount"].flatMap({ ExactDecimal($0) }),
                let unit = UnitTable.all.first(where: { $0.symbol == texts["unit"] })
            else { return nil }
            return Row(
                gas: gas, amount: amount, unit: unit, report: footprint.methodology.assessmentReports.first)
        }
        return total(rows, mapping)?.equals(stated) == true ? rows : nil
    }
}

extension SheetLayout {
    /// The sheet's word for a unit in a column of units.
    func word(for unit: UnitDefinition, in column: Int, of kind: SheetKind) -> String {
        let codes = mapping.columns[column].form.codes
        guard kind == .emissions else { return mapping.columns[column].form.word(for: unit) }
        return codes.first { UnitWord(emissions: $0.meaning) == .unit(unit) }?.word ?? "\(unit.symbol)CO2e"
    }
}

extension EmissionsUnit {
    /// The mass in which it counts.
    fileprivate var mass: UnitOfMeasure { self == .tonnesCO2e ? .tonne : .kilogram }
}
