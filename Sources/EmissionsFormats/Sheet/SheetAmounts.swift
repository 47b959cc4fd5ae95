import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// MARK: Amounts with units

extension SheetLayout {
    /// The number in a cell, in what it is counted in, and whether its unit can be used.
    struct Amount {
        var number: ExactDecimal
        /// `nil` where the mapping asks for none.
        var unit: UnitDefinition?
        var otherUnit: String?
        /// The cell of the unit.
        var unitNode: SourceTree.NodeID?
    }

    /// Reads a number with its unit; what can't be used is reported, and the number is not read then.
    func amount(
        _ column: Int, at node: SourceTree.NodeID, of cells: SheetCells, in place: ReadLog.ScopeID,
        _ log: inout ReadLog
    ) -> Amount? {
        let name = NodeName(mapping.columns[column].name)
        guard let value = log.value(of: node, name, as: spelling(column), nil, in: place) else { return nil }
        let number: ExactDecimal
        switch value {
        case .number(let plain): number = plain
        case .measure(let measure): number = measure.amount ?? 0
        default: return nil
        }
        switch mapping.columns[column].form.unit {
        case .none: return Amount(number: number)
        case .fixed(let unit): return Amount(number: number, unit: unit)
        case .column(let units):
            guard let cell = cell(units, of: cells, &log) else {
                log.markUnreadable(node)
                log.report(Self.noUnit(name, mapping.columns[units].name), at: node, in: place)
                return nil
            }
            guard let unit = unit(units, at: cell, for: mapping.columns[column].kind, in: place, &log) else {
                log.markUnreadable(node)
                return nil
            }
            return Amount(number: number, unit: unit, unitNode: cell)
        }
    }

    /// The unit that a cell names.
    func unit(
        _ column: Int, at cell: SourceTree.NodeID, for kind: SheetKind, in place: ReadLog.ScopeID,
        _ log: inout ReadLog
    ) -> UnitDefinition? {
        let text = log.tree.cellText(cell), name = NodeName(mapping.columns[column].name)
        let meaning = mapping.columns[column].form.codes.first { $0.word == text }?.meaning ?? text
        switch kind == .emissions ? UnitWord(emissions: meaning) : UnitWord(meaning) {
        case .unit(let unit)?:
            if let dimension = kind.dimension, dimension != unit.dimension { break }
            return unit
        case .ambiguous(let units)?:
            log.markUnreadable(cell)
            log.report(Self.ambiguous(name, text, units), at: cell, in: place)
            return nil
        case nil: break
        }
        log.markUnreadable(cell)
        log.report(Self.unknownUnit(name, text, kind), at: cell, in: place)
        return nil
    }

    /// The number divided by that of another column, where the mapping says so.
    func quotient(
        _ amount: ExactDecimal, _ column: Int, at node: SourceTree.NodeID, of cells: SheetCells, per unit: String?,
        in place: ReadLog.ScopeID, _ log: inout ReadLog
    ) -> (ExactDecimal, reason: String)? {
        guard let divisor = mapping.columns[column].form.divisor else { return (amount, "") }
        let name = mapping.columns[divisor].name
        guard let cell = cell(divisor, of: cells, &log) else {
            log.markUnreadable(node)
            log.report(Self.noDivisor(mapping.columns[column].name, name), at: node, in: place)
            return nil
        }
        // What can't be read of the divisor is told where it is read for itself.
        guard let found = readableAmount(divisor, at: cell, of: cells, log) else {
            log.markUnreadable(node)
            return nil
        }
        var number = found.number, words = "\(number) \(found.unit?.symbol ?? name)"
        if let unit, let stated = found.unit, let wanted = UnitTable.all.first(where: { $0.symbol == unit }),
            stated != wanted
        {
            guard let converted = stated.convert(number, to: wanted) else {
                log.markUnreadable(node)
                log.report(Self.inexact("\(amount)", words, unit), at: node, in: place)
                return nil
            }
            words = "\(converted) \(unit) (\(words))"
            number = converted
        }
        guard let quotient = amount.dividedExactly(by: number) else {
            log.markUnreadable(node)
            log.report(Self.inexact("\(amount)", words, nil), at: node, in: place)
            return nil
        }
        return (quotient, "\(amount) ÷ \(words)")
    }
}

extension SheetLayout {
    /// The number in a cell with its unit, where both can be read; nothing is reported.
    private func readableAmount(
        _ column: Int, at node: SourceTree.NodeID, of cells: SheetCells, _ log: ReadLog
    ) -> Amount? {
        let form = mapping.columns[column].form
        guard let number = form.numbers.parse(log.tree.cellText(node), suffix: form.suffix) else { return nil }
        switch form.unit {
        case .none: return Amount(number: number)
        case .fixed(let unit): return Amount(number: number, unit: unit)
        case .column(let units):
            guard let position = positions[units], position < cells.nodes.count else { return nil }
            let text = log.tree.cellText(cells.nodes[position])
            let meaning = mapping.columns[units].form.codes.first { $0.word == text }?.meaning ?? text
            guard case .unit(let unit)? = UnitWord(meaning) else { return nil }
            return Amount(number: number, unit: unit)
        }
    }
}

extension UnitWord {
    /// Reads `kgCO2e`, `t CO2-eq`: the mass in which emissions are counted.
    init?(emissions text: String) {
        let compact = String(text.filter { !$0.isWhitespace })
        let endings = [
            "CO2e", "CO2eq", "CO2eq.", "CO2-eq", "CO2-eq.", "CO2-Äq", "CO2-Äq.", "CO₂e", "CO₂-eq", "CO₂eq", "CO2",
        ]
        guard
            let ending = endings.filter({ compact.lowercased().hasSuffix($0.lowercased()) }).max(by: {
                $0.count < $1.count
            })
        else { return nil }
        var mass = String(compact.dropLast(ending.count))
        if mass.last == "-" || mass.last == "_" { mass.removeLast() }
        guard let word = UnitWord(mass) else { return nil }
        if case .unit(let unit) = word, unit.dimension != .mass { return nil }
        self = word
    }
}

extension SheetKind {
    /// What its units measure; `nil` where they may measure anything.
    var dimension: UnitDimension? {
        switch self {
        case .emissions: .mass
        case .quantity(let symbol): UnitTable.all.first { $0.symbol == symbol }?.dimension
        default: nil
        }
    }
}

// MARK: Wording

extension SheetLayout {
    private static func noUnit(_ name: NodeName, _ column: String) -> Diagnostic {
        Diagnostic(
            "MAP-105", .error, "\(name) has no unit: \(column) is empty in this row",
            help: "Fill the cell of the unit.")
    }
    private static func ambiguous(_ name: NodeName, _ text: String, _ units: [String]) -> Diagnostic {
        Diagnostic(
            "MAP-105", .error,
            "\(name) is '\(text.prefix(40))', which may be \(units.dropLast().joined(separator: ", ")) or \(units.last ?? "")",
            help: "Ask which is meant, and translate the word in the mapping: codes: {\(text.prefix(40)): \(units[0])}."
        )
    }
    private static func unknownUnit(_ name: NodeName, _ text: String, _ kind: SheetKind) -> Diagnostic {
        let expected =
            kind == .emissions
            ? "a mass of CO2e such as kgCO2e"
            : kind.dimension.map { "a unit of \($0.rawValue) such as \($0.reference)" } ?? SheetKind.unit.expected
        return Diagnostic(
            "MAP-105", .error, "\(name) is '\(text.prefix(40))', expected \(expected)",
            help: "Correct the cell, or translate its word with codes: on that column.")
    }
    private static func noDivisor(_ name: String, _ divisor: String) -> Diagnostic {
        Diagnostic(
            "MAP-107", .error, "\(name) can't be divided by \(divisor), which says no number in this row",
            help: "Fill the cell of \(divisor).")
    }
    private static func inexact(_ amount: String, _ divisor: String, _ unit: String?) -> Diagnostic {
        Diagnostic(
            "MAP-107", .error,
            unit.map { "\(divisor) has no exact value in \($0), so that \(amount) can't be divided by it" }
                ?? "\(amount) ÷ \(divisor) has no exact value",
            help: "Map the total as the figure and its quantity as the declared amount, instead of dividing.")
    }
}
