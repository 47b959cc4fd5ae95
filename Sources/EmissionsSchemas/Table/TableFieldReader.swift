import EmissionsDiagnostics
import EmissionsSyntax

/// Reads one field of a table schema.
struct TableFieldReader {
    private let tree: SourceTree
    private let node: SourceTree.NodeID
    private var members: [String: SourceTree.NodeID] = [:]
    private var field = TableField(name: "")
    private(set) var problems: [SchemaProblem] = []

    init(tree: SourceTree, node: SourceTree.NodeID, missing: [[UInt8]]) {
        (self.tree, self.node) = (tree, node)
        field.missing = missing
    }

    mutating func read() -> TableField {
        guard tree.kind(of: node) == .record else {
            report(.malformed("a field", "an object", at: place(node)))
            return field
        }
        for member in tree.children(of: node) { members[tree.name(of: member)] = member }
        if let name = text("name"), !name.isEmpty {
            field.name = name
        } else if members["name"] == nil || text("name") == "" {
            report(.malformed("the name of a field", "a text that is not empty", at: place(members["name"] ?? node)))
        }
        for name in ["categories", "categoriesOrdered"] {
            if let node = members[name] { report(.unsupported("\(name) of the field \(field.name)", at: place(node))) }
        }
        if let node = members["missingValues"] {
            if let values = tree.missingValues(at: node) {
                field.missing = values
            } else {
                report(.malformed("missingValues", "a list of texts", at: place(node)))
            }
        }
        if let node = members["example"], tree.isLeaf(node) { field.example = tree.text(of: node) }
        readType()
        readConstraints()
        return field
    }
}

// MARK: Type and format

extension TableFieldReader {
    private mutating func readType() {
        let type = text("type") ?? "any", format = text("format") ?? "default"
        switch type {
        case "any": field.type = .any
        case "string": field.type = .text(textFormat(format))
        case "number": field.type = .number(notation(isWhole: false))
        case "integer": field.type = .integer(notation(isWhole: true))
        case "boolean":
            field.type = .boolean(
                true: words("trueValues") ?? ["true", "True", "TRUE", "1"].map { Array($0.utf8) },
                false: words("falseValues") ?? ["false", "False", "FALSE", "0"].map { Array($0.utf8) })
        case "date": field.type = .moment(moment(.date, format))
        case "time": field.type = .moment(moment(.time, format))
        case "datetime": field.type = .moment(moment(.dateTime, format))
        case "year": field.type = .moment(MomentNotation(.year))
        case "yearmonth": field.type = .moment(MomentNotation(.yearMonth))
        case "object", "array", "list", "geopoint", "geojson", "duration":
            report(.unsupported("type \(type) of the field \(field.name)", at: at("type")))
        default: report(.malformed("type", "a type of Table Schema such as string, number or date", at: at("type")))
        }
    }

    private mutating func textFormat(_ name: String) -> TextFormat? {
        switch name {
        case "default": return nil
        case "email": return .email
        case "uri": return .uri
        case "uuid": return .uuid
        case "binary": report(.unsupported("format binary of the field \(field.name)", at: at("format")))
        default: report(.malformed("format", "default, email, uri, uuid or binary", at: at("format")))
        }
        return nil
    }

    private mutating func notation(isWhole: Bool) -> NumberNotation {
        var notation = NumberNotation()
        if !isWhole, let mark = text("decimalChar") {
            notation.decimalMark = Array(mark.utf8)
            if mark.isEmpty { report(.malformed("decimalChar", "a text that is not empty", at: at("decimalChar"))) }
        }
        if let mark = text("groupChar") { notation.groupMark = Array(mark.utf8) }
        if notation.groupMark == notation.decimalMark {
            report(.malformed("groupChar", "another sign than decimalChar", at: at("groupChar")))
        }
        notation.isBare = truth("bareNumber", members["bareNumber"]) ?? true
        return notation
    }

    private mutating func moment(_ form: MomentNotation.Form, _ format: String) -> MomentNotation {
        if format == "default" { return MomentNotation(form) }
        guard format != "any" else {
            report(.openFormat(field.name, at: at("format")))
            return MomentNotation(form)
        }
        do throws(MomentNotation.Unsupported) { return try MomentNotation(pattern: format) } catch {
            report(.unsupported("\(error.directive) in the format of the field \(field.name)", at: at("format")))
            return MomentNotation(form)
        }
    }

    private mutating func words(_ name: String) -> [[UInt8]]? {
        guard let node = members[name] else { return nil }
        let items = tree.kind(of: node) == .list ? Array(tree.children(of: node)) : []
        guard !items.isEmpty, items.allSatisfy({ tree.kind(of: $0) == .text }) else {
            report(.malformed(name, "a list of texts", at: place(node)))
            return nil
        }
        return items.map { tree.withText(of: $0) { Array($0) } }
    }
}

// MARK: Constraints

extension TableFieldReader {
    private mutating func readConstraints() {
        guard let node = members["constraints"] else { return }
        guard tree.kind(of: node) == .record else {
            return report(.malformed("constraints", "an object", at: place(node)))
        }
        var lengths: [String: Int] = [:]
        for constraint in tree.children(of: node) {
            let name = tree.name(of: constraint)
            switch name {
            case "required": field.isRequired = truth(name, constraint) ?? false
            case "unique": field.isUnique = truth(name, constraint) ?? false
            case "enum": readValues(constraint)
            case "pattern": if isText(name, constraint) { readPattern(constraint) }
            case "minLength", "maxLength":
                if isText(name, constraint) {
                    lengths[name] = tree.kind(of: constraint) == .number ? tree.number(of: constraint).count : nil
                    if lengths[name] == nil {
                        report(.malformed(name, "a whole number that is not negative", at: place(constraint)))
                    }
                }
            case "minimum": readBound(constraint, name, isUpper: false, isExclusive: false)
            case "exclusiveMinimum": readBound(constraint, name, isUpper: false, isExclusive: true)
            case "maximum": readBound(constraint, name, isUpper: true, isExclusive: false)
            case "exclusiveMaximum": readBound(constraint, name, isUpper: true, isExclusive: true)
            default: report(.unsupported("the constraint \(name) of the field \(field.name)", at: place(constraint)))
            }
        }
        let range = CountRange(minimum: lengths["minLength"] ?? 0, maximum: lengths["maxLength"])
        if !range.isEverything { field.length = range }
    }

    /// Whether the constraint is one for this type: those of texts are for texts only.
    private mutating func isText(_ name: String, _ node: SourceTree.NodeID) -> Bool {
        if case .text = field.type { return true }
        report(.misplaced(name, field.name, at: place(node)))
        return false
    }

    private mutating func readPattern(_ node: SourceTree.NodeID) {
        guard tree.kind(of: node) == .text else { return report(.malformed("pattern", "a text", at: place(node))) }
        let text = tree.text(of: node)
        do throws(PatternError) {
            // By itself first, so that no bracket in it closes the group.
            _ = try Pattern(text)
            field.pattern = (text, try Pattern("^(?:\(text))$"))
        } catch {
            report(.pattern(text, error, at: place(node)))
        }
    }

    private mutating func readValues(_ node: SourceTree.NodeID) {
        guard tree.kind(of: node) == .list, tree.hasChildren(node) else {
            return report(.malformed("enum", "a list of values", at: place(node)))
        }
        var values: Set<CellValue> = [], shown: [String] = []
        for item in tree.children(of: node) {
            guard let value = value(of: item) else { continue }
            values.insert(value)
            shown.append(tree.text(of: item))
        }
        field.allowed = AllowedCells(values: values, shown: shown)
    }

    private mutating func readBound(_ node: SourceTree.NodeID, _ name: String, isUpper: Bool, isExclusive: Bool) {
        switch field.type {
        case .number, .integer, .moment: break
        case .any, .text, .boolean: return report(.misplaced(name, field.name, at: place(node)))
        }
        guard let value = value(of: node) else { return }
        field.bounds.append(
            CellBound(value: value, shown: tree.text(of: node), isUpper: isUpper, isExclusive: isExclusive))
    }

    /// A value of the field's type, as a value of JSON or written as in a cell.
    private mutating func value(of node: SourceTree.NodeID) -> CellValue? {
        let value: CellValue?
        switch (tree.kind(of: node), field.type) {
        case (.number, .number): value = .number(tree.number(of: node))
        case (.number, .integer): value = tree.number(of: node).isInteger ? .number(tree.number(of: node)) : nil
        case (.bool, .boolean): value = .truth(tree.text(of: node) == "true")
        case (.text, _), (.number, .moment), (.number, .any):
            value = tree.withText(of: node) { field.type.value(of: $0) }
        default: value = nil
        }
        if value == nil {
            report(.malformed(tree.text(of: node).clipped, field.type.description, at: place(node)))
        }
        return value
    }
}

// MARK: Members

extension TableFieldReader {
    private func place(_ node: SourceTree.NodeID) -> SchemaPlace { SchemaPlace(document: 0, node: node) }
    private func at(_ name: String) -> SchemaPlace { place(members[name] ?? node) }
    private mutating func report(_ problem: SchemaProblem) { problems.append(problem.ofTable) }

    private mutating func text(_ name: String) -> String? {
        guard let node = members[name] else { return nil }
        if tree.kind(of: node) == .text { return tree.text(of: node) }
        report(.malformed(name, "a text", at: place(node)))
        return nil
    }

    private mutating func truth(_ name: String, _ node: SourceTree.NodeID?) -> Bool? {
        guard let node else { return nil }
        if tree.kind(of: node) == .bool { return tree.text(of: node) == "true" }
        report(.malformed(name, "true or false", at: place(node)))
        return nil
    }
}
