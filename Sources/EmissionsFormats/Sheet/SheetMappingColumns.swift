import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What a column of a mapping refers to by name, and where it is written.
struct SheetReferences {
    var node: SourceTree.NodeID
    var unitColumn: (name: String, node: SourceTree.NodeID)?
    var divisor: (name: String, node: SourceTree.NodeID)?
}

// MARK: How the sheet is written

extension SheetMappingReader {
    mutating func readShape(_ node: NodeID) {
        let known = ["header", "separator", "encoding", "decimal", "thousands", "dates", "missing"]
        let members = members(of: node, known: known, "sheet")
        if let node = members["header"] {
            let text = tree.text(of: node)
            if text == "none" {
                mapping.shape.heading = .none
            } else if let number = Int(text), (1...1000).contains(number) {
                mapping.shape.heading = .row(number)
            } else {
                wrong(node, "none, or the number of a row up to 1000")
            }
        }
        if let node = members["separator"] { readSeparator(node) }
        if let node = members["encoding"] {
            switch tree.text(of: node).lowercased() {
            case "utf-8": mapping.shape.encoding = .utf8
            case "windows-1252": mapping.shape.encoding = .windows1252
            default: wrong(node, "utf-8 or windows-1252")
            }
        }
        if let node = members["decimal"] {
            switch tree.text(of: node) {
            case ".", "point": mapping.shape.numbers.decimalMark = "."
            case ",", "comma": mapping.shape.numbers.decimalMark = ","
            default: wrong(node, "point or comma")
            }
        }
        if let node = members["thousands"] { readThousands(node) }
        if let node = members["dates"] { mapping.shape.dates = dates(node) }
        if let node = members["missing"], isList(node, "missing") {
            mapping.shape.missing = Set(tree.children(of: node).map { tree.text(of: $0) })
        }
    }

    private mutating func readSeparator(_ node: NodeID) {
        switch tree.text(of: node) {
        case ",", "comma": mapping.shape.separator = UInt8(ascii: ",")
        case ";", "semicolon": mapping.shape.separator = UInt8(ascii: ";")
        case "|", "bar": mapping.shape.separator = UInt8(ascii: "|")
        case "\t", "tab": mapping.shape.separator = 9
        default: wrong(node, "comma, semicolon, tab or bar")
        }
    }

    private mutating func readThousands(_ node: NodeID) {
        switch tree.text(of: node) {
        case ".", "point": mapping.shape.numbers.groupMark = "."
        case ",", "comma": mapping.shape.numbers.groupMark = ","
        case " ", "space": mapping.shape.numbers.groupMark = " "
        case "'", "apostrophe": mapping.shape.numbers.groupMark = "'"
        case "none": mapping.shape.numbers.groupMark = nil
        default: wrong(node, "none, point, comma, space or apostrophe")
        }
        if mapping.shape.numbers.groupMark == mapping.shape.numbers.decimalMark {
            report(
                "MAP-002", "thousands and decimals have the same mark", "Say decimal: comma if thousands have points.",
                node)
        }
    }

    private mutating func dates(_ node: NodeID) -> [SheetDate] {
        let items = tree.kind(of: node) == .list ? Array(tree.children(of: node)) : [node]
        return items.compactMap { item in
            let form = SheetDate(tree.text(of: item))
            if form == nil { wrong(item, "a form such as DD.MM.YYYY or YYYY-MM-DD") }
            return form
        }
    }
}

// MARK: Columns

extension SheetMappingReader {
    mutating func readColumn(_ node: NodeID) {
        let known = [
            "column", "position", "field", "result", "is", "unit", "unit-column", "divided-by", "codes", "dates",
            "suffix", "optional", "method", "modules", "scenario",
        ]
        let members = members(of: node, known: known, "a column")
        guard let place = place(members, node) else { return }
        var column = SheetColumn(place: place, meaning: .unit, form: CellForm(mapping.shape))
        var references = SheetReferences(node: node)
        guard let meaning = meaning(members, node) else { return }
        column.meaning = meaning
        if case .position = place { column.heading = members["column"].flatMap { text($0, "the name of a column") } }
        if let node = members["codes"], isRecord(node, "codes") {
            column.form.codes = tree.children(of: node).map { (tree.name(of: $0), tree.text(of: $0)) }
        }
        if let node = members["dates"] { column.form.dates = dates(node) }
        column.form.suffix = members["suffix"].flatMap { text($0, "what stands behind the numbers") }
        column.isOptional = members["optional"].map { truth($0) } ?? false
        if let node = members["unit-column"] {
            references.unitColumn = text(node, "the name of a column").map { ($0, node) }
        }
        if let node = members["divided-by"] {
            references.divisor = text(node, "the name of a column").map { ($0, node) }
        }
        if let node = members["unit"], !column.isResult {
            if let unit = unit(node, for: column.unitKind) { column.form.unit = .fixed(unit) }
        }
        checkCodes(column, members["codes"])
        mapping.columns.append(column)
        self.references.append(references)
    }

    private mutating func place(_ members: [String: NodeID], _ node: NodeID) -> SheetColumn.Place? {
        switch (members["column"], members["position"]) {
        case (let name?, nil): return text(name, "the name of a column").map { .name($0) }
        case (_, let position?):
            guard let index = tree.text(of: position).columnIndex else {
                wrong(position, "the letter of a column, such as C")
                return nil
            }
            return .position(index)
        case (nil, nil):
            report(
                "MAP-008", "a column without a name", "Name it, as column: NAME, or say where it is, as position: C.",
                node)
        }
        return nil
    }

    private mutating func meaning(_ members: [String: NodeID], _ node: NodeID) -> SheetColumn.Meaning? {
        let given = ["field", "result", "is"].compactMap { members[$0] }
        guard given.count == 1 else {
            report(
                given.isEmpty ? "MAP-008" : "MAP-007",
                given.isEmpty ? "a column says not what it is" : "a column is said to be several things",
                "Give it one of field, result or is; columns that mean nothing go under ignored:.", given.last ?? node)
            return nil
        }
        if let field = members["field"] {
            let name = tree.text(of: field)
            guard let target = SheetFieldName(name) else {
                unknownField(name, field)
                return nil
            }
            return target.meaning
        }
        if let node = members["result"] { return result(node, members) }
        let meanings: [String: SheetColumn.Meaning] = [
            "gas": .gas, "gas-amount": .gasAmount, "gwp": .potentials, "module": .module, "scenario": .scenario,
            "unit": .unit,
        ]
        let word = tree.text(of: given[0])
        if meanings[word] == nil { wrong(given[0], "gas, gas-amount, gwp, module, scenario or unit") }
        return meanings[word]
    }

    private mutating func result(_ node: NodeID, _ members: [String: NodeID]) -> SheetColumn.Meaning? {
        guard let indicator = Indicator(rawValue: tree.text(of: node)) else {
            let names = Indicator.allCases.map(\.rawValue)
            wrong(node, "an indicator such as GWP-total\(Suggestion(for: tree.text(of: node), among: names))")
            return nil
        }
        var result = SheetResult(indicator: indicator)
        if let node = members["method"] {
            result.method = CharacterizationMethod(rawValue: tree.text(of: node))
            if result.method == nil { wrong(node, "a method such as EF 3.1 or EN 15804+A1") }
        }
        if let node = members["modules"] {
            result.modules = ModuleRange(tree.text(of: node))
            if result.modules == nil { wrong(node, "a module such as A1-A3") }
        }
        result.scenario = members["scenario"].flatMap { text($0, "the name of a scenario") }
        if let node = members["unit"] {
            result.unit = IndicatorUnit(rawValue: tree.text(of: node))
            if result.unit == nil { wrong(node, "a unit such as kg CO2 eq.") }
        } else {
            result.unit = indicator.unit(by: result.method)
            if result.unit == nil {
                report("MAP-004", "\(indicator.rawValue) has no unit", "Say its method: or its unit:.", node)
            }
        }
        return .result(result)
    }

    private mutating func unit(_ node: NodeID, for kind: SheetKind) -> UnitDefinition? {
        let text = tree.text(of: node)
        if text == "?" {
            report("MAP-004", "the unit is still to be said", "Ask what the column counts in, and write that.", node)
            return nil
        }
        switch kind == .emissions ? UnitWord(emissions: text) : UnitWord(text) {
        case .unit(let unit)?:
            if let dimension = kind.dimension, dimension != unit.dimension { break }
            return unit
        case .ambiguous(let units)?:
            ambiguous(text, units, node)
            return nil
        case nil: break
        }
        let expected =
            kind == .emissions
            ? "a mass of CO2e such as kgCO2e or tCO2e"
            : kind.dimension.map { "a unit of \($0.rawValue) such as \($0.reference)" } ?? SheetKind.unit.expected
        report("MAP-005", "unit is '\(text.prefix(40))', must be \(expected)", "Write \(expected).", node)
        return nil
    }

    /// What cells are translated into must be values of the field.
    private mutating func checkCodes(_ column: SheetColumn, _ node: NodeID?) {
        guard let node else { return }
        for item in Array(tree.children(of: node)) {
            let text = tree.text(of: item)
            if text == "?" {
                report(
                    "MAP-002", "what '\(tree.name(of: item).prefix(40))' means is still to be said",
                    "Write what it means in the model's words.", item)
                continue
            }
            switch column.kind {
            case .words, .truth: if SheetValue(text, as: column.kind) == nil { wrong(item, column.kind.expected) }
            case .unit: if SheetValue(text, as: .unit) == nil { wrong(item, SheetKind.unit.expected) }
            default: continue
            }
        }
    }
}

extension SheetColumn {
    fileprivate var isResult: Bool { if case .result = meaning { true } else { false } }

    /// The kind of field whose units its amounts have.
    var unitKind: SheetKind {
        if case .gasAmount = meaning { return .quantity("kg") }
        return kind
    }
}

extension String {
    /// `A` is 0, `AA` is 26.
    fileprivate var columnIndex: Int? {
        guard (1...3).contains(utf8.count) else { return nil }
        var index = 0
        for byte in uppercased().utf8 {
            guard (0x41...0x5A).contains(byte) else { return nil }
            index = index * 26 + Int(byte - 0x40)
        }
        return index - 1
    }
}
