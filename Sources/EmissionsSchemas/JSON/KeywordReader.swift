import EmissionsSyntax

/// Reads the keywords of one schema.
struct KeywordReader {
    private let tree: SourceTree
    private let place: SchemaPlace
    private let dialect: Dialect
    private let compiler: SchemaCompiler
    private var members: [String: SourceTree.NodeID] = [:]
    private var keywords: [Keyword] = []

    init(tree: SourceTree, place: SchemaPlace, dialect: Dialect, compiler: SchemaCompiler) {
        (self.tree, self.place, self.dialect, self.compiler) = (tree, place, dialect, compiler)
        for member in tree.children(of: place.node) { members[tree.name(of: member)] = member }
    }

    private var isDraft07: Bool { dialect.draft == .draft07 }

    /// The keywords, in an order in which those that look at what is left over come last.
    mutating func read() -> [Keyword] {
        readReferences()
        if isDraft07, members["$ref"] != nil { return keywords }
        if dialect.hasValidation {
            readValues()
            readNumbers()
            readTexts()
            readCounts()
        }
        if dialect.assertsFormats, let name = text("format"), let format = TextFormat(named: name) {
            keywords.append(.format(format))
        }
        if dialect.hasApplicators {
            readItems()
            readMembers()
            readBranches()
        }
        if dialect.hasUnevaluated, !isDraft07 {
            if let schema = subschema("unevaluatedItems") { keywords.append(.unevaluatedItems(schema)) }
            if let schema = subschema("unevaluatedProperties") { keywords.append(.unevaluatedMembers(schema)) }
        }
        return keywords
    }

    private mutating func readReferences() {
        if let reference = text("$ref"), let target = compiler.reference(reference, at: at("$ref")) {
            keywords.append(.reference(target.schema))
        }
        guard !isDraft07, let reference = text("$dynamicRef"),
            let target = compiler.reference(reference, at: at("$dynamicRef"))
        else { return }
        if let name = target.dynamicAnchor {
            keywords.append(.dynamicReference(name: name, otherwise: target.schema))
        } else {
            keywords.append(.reference(target.schema))
        }
    }
}

// MARK: Values

extension KeywordReader {
    private mutating func readValues() {
        if let node = members["type"] {
            var types: TypeSet = []
            for word in tree.kind(of: node) == .list ? Array(tree.children(of: node)) : [node] {
                if let type = TypeSet.named[tree.text(of: word)], tree.kind(of: word) == .text {
                    types.formUnion(type)
                } else {
                    malformed(
                        "type", "one of string, number, integer, boolean, array, object and null, or a list of them",
                        word)
                }
            }
            keywords.append(.type(types))
        }
        if let node = members["enum"] {
            if tree.kind(of: node) == .list {
                keywords.append(.values(allowed(Array(tree.children(of: node)), at: node, isList: true)))
            } else {
                malformed("enum", "a list", node)
            }
        }
        if let node = members["const"] { keywords.append(.values(allowed([node], at: node, isList: false))) }
    }

    private func allowed(_ values: [SourceTree.NodeID], at node: SourceTree.NodeID, isList: Bool) -> AllowedValues {
        var allowed = AllowedValues(place: SchemaPlace(document: place.document, node: node), isList: isList)
        for value in values {
            if tree.kind(of: value) == .text {
                allowed.texts.set(tree.text(of: value), to: value)
            } else {
                allowed.others.append(value)
            }
        }
        return allowed
    }

    private mutating func readNumbers() {
        for (name, isUpper, isExclusive) in [
            ("minimum", false, false), ("exclusiveMinimum", false, true), ("maximum", true, false),
            ("exclusiveMaximum", true, true),
        ] {
            guard let node = number(name) else { continue }
            keywords.append(
                .bound(
                    NumberBound(
                        value: tree.number(of: node), text: tree.text(of: node), isUpper: isUpper,
                        isExclusive: isExclusive)))
        }
        guard let node = number("multipleOf") else { return }
        let divisor = tree.number(of: node)
        guard !divisor.isZero, !divisor.isNegative, divisor.digits.count <= 18 else {
            return malformed("multipleOf", "a number above zero with at most 18 digits", node)
        }
        keywords.append(.multiple(of: divisor, text: tree.text(of: node)))
    }

    private mutating func readTexts() {
        if let range = range("minLength", "maxLength") { keywords.append(.length(range)) }
        guard let text = text("pattern"), let pattern = pattern(text, at: at("pattern")) else { return }
        let title = members["title"].map { tree.text(of: $0) }
        keywords.append(.pattern(pattern, title: title))
    }

    private mutating func readCounts() {
        if let range = range("minItems", "maxItems") { keywords.append(.itemCount(range)) }
        if let node = members["uniqueItems"] {
            if tree.kind(of: node) != .bool { malformed("uniqueItems", "true or false", node) }
            if tree.text(of: node) == "true" { keywords.append(.uniqueItems) }
        }
        if let range = range("minProperties", "maxProperties") { keywords.append(.memberCount(range)) }
        if let node = members["required"] { keywords.append(.required(names(node, "required"))) }
        if !isDraft07, let node = object("dependentRequired") {
            var pairs: [(name: NodeName, needs: [NodeName])] = []
            for member in tree.children(of: node) {
                pairs.append((NodeName(tree.name(of: member)), names(member, "dependentRequired")))
            }
            keywords.append(.dependentMembers(pairs))
        }
    }
}

// MARK: Schemas inside

extension KeywordReader {
    private mutating func readItems() {
        let listed = isDraft07 ? "items" : "prefixItems"
        var first: [SchemaID] = [], rest: SchemaID?
        if let node = members[listed], tree.kind(of: node) == .list {
            first = subschemas(listed) ?? []
            rest = subschema(isDraft07 ? "additionalItems" : "items")
        } else {
            if !isDraft07, let node = members[listed] { malformed(listed, "a list of schemas", node) }
            rest = subschema("items")
        }
        if !first.isEmpty || rest != nil { keywords.append(.items(first: first, rest: rest)) }
        if let schema = subschema("contains") {
            var range = CountRange(minimum: 1)
            if !isDraft07, dialect.hasValidation {
                range = CountRange(minimum: count("minContains") ?? 1, maximum: count("maxContains"))
            }
            keywords.append(.contains(schema, range, evaluates: !isDraft07))
        }
    }

    private mutating func readMembers() {
        var schemas = MemberSchemas()
        if let node = object("properties") {
            for member in tree.children(of: node) {
                schemas.named.set(tree.name(of: member), to: schema(at: member))
            }
        }
        if let node = object("patternProperties") {
            for member in tree.children(of: node) {
                guard let pattern = pattern(tree.name(of: member), at: at(member)) else { continue }
                schemas.patterns.append((pattern, schema(at: member)))
            }
        }
        schemas.others = subschema("additionalProperties")
        if !schemas.named.isEmpty || !schemas.patterns.isEmpty || schemas.others != nil {
            keywords.append(.members(schemas))
        }
        if let schema = subschema("propertyNames") { keywords.append(.memberNames(schema)) }
        if !isDraft07, let node = object("dependentSchemas") {
            var pairs: [(name: NodeName, schema: SchemaID)] = []
            for member in tree.children(of: node) {
                pairs.append((NodeName(tree.name(of: member)), schema(at: member)))
            }
            keywords.append(.dependentSchemas(pairs))
        }
        readDependencies()
    }

    /// What draft-07 says in one keyword, and what later drafts still allow.
    private mutating func readDependencies() {
        guard let node = object("dependencies") else { return }
        var needs: [(name: NodeName, needs: [NodeName])] = []
        var schemas: [(name: NodeName, schema: SchemaID)] = []
        for member in tree.children(of: node) {
            let name = NodeName(tree.name(of: member))
            if tree.kind(of: member) == .list {
                needs.append((name, names(member, "dependencies")))
            } else {
                schemas.append((name, schema(at: member)))
            }
        }
        if !needs.isEmpty { keywords.append(.dependentMembers(needs)) }
        if !schemas.isEmpty { keywords.append(.dependentSchemas(schemas)) }
    }

    private mutating func readBranches() {
        if let branches = subschemas("allOf") { keywords.append(.all(branches)) }
        if let branches = subschemas("anyOf") { keywords.append(.any(branches)) }
        if let branches = subschemas("oneOf") { keywords.append(.one(branches)) }
        if let schema = subschema("not") { keywords.append(.not(schema)) }
        if let condition = subschema("if") {
            let then = subschema("then"), otherwise = subschema("else")
            keywords.append(.condition(condition, then: then, otherwise: otherwise))
        }
    }
}

// MARK: Parts of keywords

extension KeywordReader {
    private func at(_ node: SourceTree.NodeID) -> SchemaPlace { SchemaPlace(document: place.document, node: node) }
    private func at(_ name: String) -> SchemaPlace { at(members[name] ?? place.node) }

    private mutating func malformed(_ keyword: String, _ expected: String, _ node: SourceTree.NodeID) {
        compiler.report(.malformed(keyword, expected, at: at(node)))
    }

    /// The value of a keyword if it is there and of this kind.
    private mutating func value(_ name: String, _ kind: SourceTree.Kind, _ expected: String) -> SourceTree.NodeID? {
        guard let node = members[name] else { return nil }
        if tree.kind(of: node) == kind { return node }
        malformed(name, expected, node)
        return nil
    }

    private mutating func text(_ name: String) -> String? { value(name, .text, "a text").map { tree.text(of: $0) } }
    private mutating func number(_ name: String) -> SourceTree.NodeID? { value(name, .number, "a number") }
    private mutating func object(_ name: String) -> SourceTree.NodeID? { value(name, .record, "an object") }

    private mutating func schema(at node: SourceTree.NodeID) -> SchemaID { compiler.schema(at: at(node)) }
    private mutating func subschema(_ name: String) -> SchemaID? { members[name].map { schema(at: $0) } }

    private mutating func subschemas(_ name: String) -> [SchemaID]? {
        guard let node = value(name, .list, "a list of schemas") else { return nil }
        guard tree.hasChildren(node) else {
            malformed(name, "a list with at least one schema", node)
            return nil
        }
        return tree.children(of: node).map { schema(at: $0) }
    }

    private mutating func count(_ name: String) -> Int? {
        guard let node = number(name) else { return nil }
        let count = tree.number(of: node).count
        if count == nil { malformed(name, "a whole number that is not negative", node) }
        return count
    }

    private mutating func range(_ minimum: String, _ maximum: String) -> CountRange? {
        let range = CountRange(minimum: count(minimum) ?? 0, maximum: count(maximum))
        return range.isEverything ? nil : range
    }

    private mutating func names(_ node: SourceTree.NodeID, _ keyword: String) -> [NodeName] {
        guard tree.kind(of: node) == .list, tree.children(of: node).allSatisfy({ tree.kind(of: $0) == .text }) else {
            malformed(keyword, "a list of names", node)
            return []
        }
        return tree.children(of: node).map { NodeName(tree.text(of: $0)) }
    }

    private mutating func pattern(_ text: String, at place: SchemaPlace) -> Pattern? {
        do throws(PatternError) { return try Pattern(text) } catch {
            compiler.report(.pattern(text, error, at: place))
            return nil
        }
    }
}
