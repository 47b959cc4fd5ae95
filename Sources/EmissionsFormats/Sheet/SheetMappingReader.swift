import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads a mapping from its tree, and notes what is wrong with it.
struct SheetMappingReader {
    typealias NodeID = SourceTree.NodeID

    private(set) var tree: SourceTree
    private(set) var problems: [Diagnostic] = []
    var mapping = SheetMapping()
    /// Where each column is written, and the names of columns that it refers to.
    var references: [SheetReferences] = []

    init(_ tree: SourceTree) { self.tree = tree }

    mutating func read() -> SheetMapping {
        let root = SourceTree.root
        guard isRecord(root, "a mapping") else { return mapping }
        let known = ["mapping", "name", "title", "sheet", "rows", "columns", "constants", "gases", "ignored"]
        let members = members(of: root, known: known, "a mapping")
        if let node = members["mapping"] {
            if tree.text(of: node) != "1" { wrong(node, "1, the version of such files") }
        } else {
            report("MAP-002", "the mapping does not say which version it is in", "Begin it with mapping: 1.", root)
        }
        if let node = members["name"] {
            readName(node)
        } else {
            report("MAP-002", "the mapping has no name", "Name it, as name: mill.", root)
        }
        mapping.title = members["title"].flatMap { text($0, "a title") }
        if let node = members["sheet"], isRecord(node, "sheet") { readShape(node) }
        if let node = members["rows"], isRecord(node, "rows") { readRows(node) }
        if let node = members["columns"], isList(node, "columns") {
            for item in Array(tree.children(of: node)) where isRecord(item, "a column") { readColumn(item) }
        } else if members["columns"] == nil {
            report("MAP-008", "the mapping has no columns", "List them under columns:.", root)
        }
        if let node = members["constants"], isRecord(node, "constants") {
            for item in Array(tree.children(of: node)) { readConstant(item) }
        }
        if let node = members["ignored"], isList(node, "ignored") {
            mapping.ignored = tree.children(of: node).compactMap { text($0, "the name of a column") }
        }
        if let node = members["gases"], isRecord(node, "gases") { readGases(node) }
        link()
        checkRows(members["rows"] ?? root)
        return mapping
    }

    private mutating func readName(_ node: NodeID) {
        guard let name = text(node, "a name") else { return }
        let isPlain = name.utf8.allSatisfy {
            ("a"..."z").contains(Character(Unicode.Scalar($0))) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard isPlain, name.utf8.count <= 40 else { return wrong(node, "small letters, digits and hyphens") }
        mapping.name = name
    }

    private mutating func readRows(_ node: NodeID) {
        let members = members(of: node, known: ["per", "key"], "rows")
        if let per = members["per"] {
            guard let meaning = SheetRows.Meaning(rawValue: tree.text(of: per)) else {
                return wrong(per, "product, gas or module")
            }
            mapping.rows.meaning = meaning
        }
        mapping.rows.key = members["key"].flatMap { text($0, "the name of a column") }
    }

    private mutating func readGases(_ node: NodeID) {
        let members = members(of: node, known: ["sum", "gwp", "potentials"], "gases")
        guard let sum = members["sum"], let name = text(sum, "a field") else {
            return report("MAP-008", "gases do not say what they add up to", "Say it, as sum: figures.fossil.", node)
        }
        guard let field = SheetFields.footprint.first(where: { $0.name == name }), field.kind == .emissions else {
            return wrong(sum, "a field of emissions, such as figures.excludingBiogenicUptake")
        }
        var gases = GasSum(field: field)
        if let node = members["gwp"] {
            gases.set = WarmingPotentialSet(rawValue: tree.text(of: node))
            if gases.set == nil { wrong(node, "AR4, AR5 or AR6") }
        }
        if let node = members["potentials"], isRecord(node, "potentials") {
            for item in Array(tree.children(of: node)) {
                guard let gas = GreenhouseGas(named: tree.name(of: item)) else {
                    report(
                        "MAP-002", "'\(tree.name(of: item).prefix(40))' is no gas that is known", "Write its formula.",
                        item)
                    continue
                }
                guard let potential = ExactDecimal(tree.text(of: item)), !potential.isNegative else {
                    wrong(item, "a number of kilograms of CO2")
                    continue
                }
                gases.potentials[gas.name] = potential
            }
        }
        mapping.gases = gases
    }

    private mutating func readConstant(_ node: NodeID) {
        let name = tree.name(of: node)
        guard let text = text(node, "a value") else { return }
        guard let target = SheetFieldName(name) else { return unknownField(name, node) }
        let kind = target.kind
        if kind == .unit, case .ambiguous(let units)? = UnitWord(text) { return ambiguous(text, units, node) }
        guard let value = SheetValue(text, as: kind) else { return wrong(node, kind.expected) }
        mapping.constants.append(SheetConstant(target: target.constant, value: value))
    }
}

// MARK: Steps

extension SheetMappingReader {
    mutating func members(of node: NodeID, known: [String], _ owner: String) -> [String: NodeID] {
        var members: [String: NodeID] = [:]
        for member in Array(tree.children(of: node)) {
            let name = tree.name(of: member)
            if known.contains(name) {
                members[name] = member
            } else {
                report(
                    "MAP-001", "\(owner) has no '\(name.prefix(80))'\(Suggestion(for: name, among: known))",
                    "It may have \(known.joined(separator: ", ")).", member)
            }
        }
        return members
    }

    mutating func isRecord(_ node: NodeID, _ what: String) -> Bool {
        if tree.kind(of: node) == .record { return true }
        report("MAP-002", "\(what) is not made of keys with values", "Write KEY: VALUE, a line each.", node)
        return false
    }

    mutating func isList(_ node: NodeID, _ what: String) -> Bool {
        if tree.kind(of: node) == .list { return true }
        report("MAP-002", "\(what) is no list", "Write a line that begins with a hyphen for each item.", node)
        return false
    }

    mutating func text(_ node: NodeID, _ expected: String) -> String? {
        guard tree.isLeaf(node), !tree.textIsEmpty(node) else {
            wrong(node, expected)
            return nil
        }
        return tree.text(of: node)
    }

    mutating func truth(_ node: NodeID) -> Bool {
        guard tree.kind(of: node) == .bool else {
            wrong(node, "true or false")
            return false
        }
        return tree.text(of: node) == "true"
    }

    mutating func wrong(_ node: NodeID, _ expected: String) {
        let name = tree.name(of: node)
        let value = tree.isLeaf(node) ? "'\(tree.text(of: node).prefix(80))'" : "no single value"
        report(
            "MAP-002", "\(name.isEmpty ? "this" : name) is \(value), must be \(expected)", "Write \(expected).", node)
    }

    mutating func unknownField(_ name: String, _ node: NodeID) {
        let names = SheetFields.footprint.map(\.name) + SheetMapping.fields.map(\.name)
        report(
            "MAP-003", "'\(name.prefix(80))' is no field that a column can be\(Suggestion(for: name, among: names))",
            "`emx map fields` lists the fields.", node)
    }

    mutating func ambiguous(_ text: String, _ units: [String], _ node: NodeID) {
        report(
            "MAP-006", "'\(text.prefix(40))' may be \(units.dropLast().joined(separator: ", ")) or \(units.last ?? "")",
            "Ask which is meant, and write that.", node)
    }

    mutating func report(
        _ code: Diagnostic.Code, _ message: Diagnostic.Message, _ help: String, _ node: NodeID
    ) {
        problems.append(
            Diagnostic(
                code, .error, message, help: help, location: tree.location(of: node), excerpt: tree.excerpt(of: node)))
    }
}

/// A field of the model by its name in a mapping: with `header.` or `good.` before it, or one of a footprint.
enum SheetFieldName {
    case header(SheetField<SubmissionHeader>)
    case good(SheetField<ImportedGood>)
    case footprint(SheetField<ProductFootprint>)

    init?(_ name: String) {
        if let field = SheetFields.header.first(where: { "header.\($0.name)" == name }) {
            self = .header(field)
        } else if let field = SheetFields.good.first(where: { "good.\($0.name)" == name }) {
            self = .good(field)
        } else if let field = SheetFields.footprint.first(where: { $0.name == name || "footprint.\($0.name)" == name })
        {
            self = .footprint(field)
        } else {
            return nil
        }
    }

    var kind: SheetKind {
        switch self {
        case .header(let field): field.kind
        case .good(let field): field.kind
        case .footprint(let field): field.kind
        }
    }

    var meaning: SheetColumn.Meaning {
        switch self {
        case .header(let field): .header(field)
        case .good(let field): .good(field)
        case .footprint(let field): .footprint(field)
        }
    }

    var constant: SheetConstant.Target {
        switch self {
        case .header(let field): .header(field)
        case .good(let field): .good(field)
        case .footprint(let field): .footprint(field)
        }
    }
}
