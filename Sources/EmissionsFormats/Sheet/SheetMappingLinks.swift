import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// MARK: Columns that belong together

extension SheetMappingReader {
    /// Finds the columns that others refer to, and joins amounts with their units.
    mutating func link() {
        let count = mapping.columns.count
        for index in 0..<count {
            if let (name, _) = references[index].unitColumn {
                mapping.columns[index].form.unit = .column(unitColumn(name))
            }
            if let (name, node) = references[index].divisor {
                guard let divisor = mapping.columns.firstIndex(where: { $0.isCalled(name) }) else {
                    report(
                        "MAP-002", "there is no column '\(name.prefix(80))' to divide by", "List it under columns:.",
                        node)
                    continue
                }
                mapping.columns[index].form.divisor = divisor
            }
        }
        joinUnits("declaredUnit.amount", "declaredUnit.unit")
        joinUnits("imported.netMass", "imported.unit")
        joinUnits("production.produced.netMass", "production.produced.unit")
        checkUnits()
        checkTwice()
    }

    /// The column of units with a name, which is made if it is not listed.
    private mutating func unitColumn(_ name: String) -> Int {
        if let known = mapping.columns.firstIndex(where: { $0.isCalled(name) }) { return known }
        mapping.columns.append(SheetColumn(place: .name(name), meaning: .unit, form: CellForm(mapping.shape)))
        references.append(SheetReferences(node: SourceTree.root))
        return mapping.columns.count - 1
    }

    /// A column or a constant for the unit of an amount says what the column of amounts counts in.
    private mutating func joinUnits(_ amount: String, _ unit: String) {
        guard let index = mapping.columns.firstIndex(where: { $0.fieldName == amount }),
            mapping.columns[index].form.unit == .none
        else { return }
        if let units = mapping.columns.firstIndex(where: { $0.fieldName == unit }) {
            mapping.columns[index].form.unit = .column(units)
            mapping.columns[units].meaning = .unit
        } else if let constant = mapping.constants.firstIndex(where: { $0.fieldName == unit }),
            case .measure(let measure) = mapping.constants[constant].value, let stated = measure.unit
        {
            mapping.columns[index].form.unit = .fixed(stated)
            mapping.constants.remove(at: constant)
        }
    }

    private mutating func checkUnits() {
        for index in mapping.columns.indices {
            let column = mapping.columns[index]
            let isAmount = if case .gasAmount = column.meaning { true } else { column.kind.needsUnit }
            guard isAmount, column.form.unit == .none,
                !problems.contains(where: { $0.isAbout(references[index].node, tree) })
            else {
                continue
            }
            report(
                "MAP-004", "\(column.name) has no unit",
                "Say what it counts in, as unit: \(column.unitKind.exampleUnit), or name the column that says it with unit-column:.",
                references[index].node)
        }
    }

    private mutating func checkTwice() {
        var fields: Set<String> = [], places: Set<SheetColumn.Place> = []
        for index in mapping.columns.indices {
            let column = mapping.columns[index]
            if !places.insert(column.place).inserted {
                report(
                    "MAP-007", "the column \(column.name) is listed twice", "Keep one of the two.",
                    references[index].node)
            }
            guard let name = column.fieldName, !column.isListField else { continue }
            if !fields.insert(column.section + name).inserted {
                report("MAP-007", "\(name) has two columns", "Keep one of the two.", references[index].node)
            }
        }
        for constant in mapping.constants where fields.contains(constant.section + constant.fieldName) {
            report(
                "MAP-007", "\(constant.fieldName) has a column and a constant", "Keep one of the two.", SourceTree.root)
        }
    }

    /// Rows of gases and of modules need columns that say which.
    mutating func checkRows(_ node: NodeID) {
        func has(_ isMeant: (SheetColumn.Meaning) -> Bool) -> Bool { mapping.columns.contains { isMeant($0.meaning) } }
        let hasGas = has { if case .gas = $0 { true } else { false } }
        let hasAmount = has { if case .gasAmount = $0 { true } else { false } }
        let hasModule = has { if case .module = $0 { true } else { false } }
        switch mapping.rows.meaning {
        case .gas:
            if mapping.rows.key == nil {
                lacks(
                    "rows of one gas have no key",
                    "Name the column that holds a product's rows together, as key: NAME.", node)
            }
            if !hasGas { lacks("no column names the gas", "Give the column is: gas.", node) }
            if !hasAmount { lacks("no column has the amount of gas", "Give the column is: gas-amount.", node) }
            if mapping.gases == nil {
                lacks("nothing says what the gases add up to", "Add gases: with sum: and gwp:.", node)
            }
        case .module:
            if mapping.rows.key == nil {
                lacks(
                    "rows of one module have no key",
                    "Name the column that holds a product's rows together, as key: NAME.", node)
            }
            if !hasModule { lacks("no column names the module", "Give the column is: module.", node) }
        case .product:
            if hasGas || hasAmount || hasModule {
                lacks(
                    "there are columns of gases or modules, and each row is a product",
                    "Say rows: with per: gas or per: module, and a key:.", node)
            }
        }
        for index in mapping.columns.indices {
            guard case .result(let result) = mapping.columns[index].meaning, result.modules == nil, !hasModule else {
                continue
            }
            lacks(
                "\(mapping.columns[index].name) says not of which module it is", "Add modules:, such as A1-A3.",
                references[index].node)
        }
        guard let key = mapping.rows.key, !mapping.columns.contains(where: { $0.isCalled(key) }) else { return }
        if !mapping.ignored.contains(key) {
            lacks("there is no column '\(key.prefix(80))' for the key", "List it under columns:.", node)
        }
    }

    private mutating func lacks(_ message: Diagnostic.Message, _ help: String, _ node: NodeID) {
        report("MAP-008", message, help, node)
    }
}

extension SheetColumn {
    fileprivate func isCalled(_ name: String) -> Bool { self.name.withoutOddSpaces == name.withoutOddSpaces }

    /// The name of its field within its section.
    var fieldName: String? {
        switch meaning {
        case .header(let field): field.name
        case .good(let field): field.name
        case .footprint(let field): field.name
        default: nil
        }
    }

    fileprivate var isListField: Bool {
        switch meaning {
        case .header(let field): field.isList
        case .good(let field): field.isList
        case .footprint(let field): field.isList
        default: false
        }
    }

    fileprivate var section: String {
        switch meaning {
        case .header: "header."
        case .good: "good."
        default: "footprint."
        }
    }
}

extension SheetConstant {
    fileprivate var fieldName: String {
        switch target {
        case .header(let field): field.name
        case .good(let field): field.name
        case .footprint(let field): field.name
        }
    }

    fileprivate var section: String {
        switch target {
        case .header: "header."
        case .good: "good."
        case .footprint: "footprint."
        }
    }
}

extension SheetKind {
    fileprivate var exampleUnit: String {
        switch self {
        case .emissions: "kgCO2e"
        case .quantity(let unit): unit
        default: "t"
        }
    }
}

extension Diagnostic {
    /// Whether it is about what stands inside a node.
    fileprivate func isAbout(_ node: SourceTree.NodeID, _ tree: SourceTree) -> Bool {
        var tree = tree
        let place = tree.location(of: node)
        guard let location else { return false }
        return location.byteOffset >= place.byteOffset && location.byteOffset <= place.byteOffset + place.length
    }
}
