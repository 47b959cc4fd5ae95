import EmissionsDiagnostics
import EmissionsSyntax

/// What is wrong with a value, by a schema.
struct SchemaFinding: Hashable {
    var code: Diagnostic.Code
    var node: SourceTree.NodeID
    var message: Diagnostic.Message
    var help: String
    /// The types that were expected, if that is what is wrong.
    var types: TypeSet?
    /// The member that there should be, if that is what is wrong.
    var missing: String?

    private init(
        _ code: Diagnostic.Code, _ node: SourceTree.NodeID, _ message: Diagnostic.Message, help: String,
        types: TypeSet? = nil, missing: String? = nil
    ) {
        (self.code, self.node, self.message, self.help) = (code, node, message, help)
        (self.types, self.missing) = (types, missing)
    }

    func addingHelp(_ more: String) -> SchemaFinding {
        var other = self
        if !help.hasSuffix(more) { other.help += " " + more }
        return other
    }
}

extension Diagnostic.Code {
    static let values: Self = "JSC-003"
}

extension String {
    static func nearest(of count: Int) -> String { "This is by the nearest of \(count) alternatives." }
}

// MARK: Values

extension SchemaFinding {
    static func type(_ types: TypeSet, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        let isQuoted = tree.kind(of: node) == .text && !types.isDisjoint(with: [.number, .integer, .bool])
        return Self(
            "JSC-001", node, "\(tree.subject(node)) is \(tree.shown(node)), must be \(types.description)",
            help: isQuoted && types.isDisjoint(with: .text)
                ? "Write the value without quotes." : "Write a value of that type.", types: types)
    }

    static func missing(_ name: NodeName, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-002", node, "\(tree.subject(node)) is without \(name), which is required", help: "Add \(name).",
            missing: name.description)
    }

    static func values(
        _ allowed: AllowedValues, _ document: SourceTree, _ node: SourceTree.NodeID, _ tree: SourceTree
    ) -> Self {
        let values = allowed.isList ? Array(document.children(of: allowed.place.node)) : [allowed.place.node]
        let shown = values.prefix(8).map { document.shown($0) }
        let list =
            values.count > 8 ? shown.joined(separator: ", ") + " or one of \(values.count - 8) more" : shown.joinedByOr
        let text = tree.text(of: node).lowercased()
        let near = values.first { tree.kind(of: node) == .text && document.text(of: $0).lowercased() == text }
        return Self(
            .values, node, "\(tree.subject(node)) is \(tree.shown(node)), must be \(list)",
            help: near.map { "Write \(document.shown($0)): upper and lower case are told apart." }
                ?? "Write the value that is meant just as it stands here.")
    }

    static func bound(_ bound: NumberBound, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        let limit: String =
            switch (bound.isUpper, bound.isExclusive) {
            case (true, true): "less than"
            case (true, false): "at most"
            case (false, true): "more than"
            case (false, false): "at least"
            }
        return Self(
            "JSC-006", node, "\(tree.subject(node)) is \(tree.shown(node)), must be \(limit) \(bound.text)",
            help: "Check the number, and the unit that it is stated in.")
    }

    static func multiple(_ divisor: String, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-007", node, "\(tree.subject(node)) is \(tree.shown(node)), must be a multiple of \(divisor)",
            help: "Check the number and its decimals.")
    }

    static func length(_ range: CountRange, _ count: Int, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-005", node,
            "\(tree.subject(node)) is \(tree.shown(node)), which has \(count.of("character")), must have \(range.words)",
            help: "Shorten or complete the text.")
    }

    static func pattern(
        _ pattern: Pattern, _ title: String?, _ node: SourceTree.NodeID, _ tree: SourceTree
    ) -> Self {
        Self(
            "JSC-004", node, "\(tree.subject(node)) is \(tree.shown(node)), must match \(pattern.text)",
            help: title.map { "Write \($0)." } ?? "Write the value in the form that the pattern describes.")
    }

    static func format(_ format: TextFormat, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-015", node, "\(tree.subject(node)) is \(tree.shown(node)), must be \(format.description)",
            help: "Write it like \(format.example).")
    }
}

// MARK: Lists and objects

extension SchemaFinding {
    static func itemCount(_ range: CountRange, _ count: Int, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-008", node, "\(tree.subject(node)) has \(count.of("item")), must have \(range.words)",
            help: count < range.minimum ? "Add what is missing." : "Leave out what is too much, or split the list.")
    }

    static func twins(_ first: SourceTree.NodeID, _ second: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-009", second,
            "\(tree.subject(second)) is \(tree.shown(second)), as item \(tree.ordinal(of: first) + 1) is, must occur once",
            help: "Keep one of them.")
    }

    static func contains(_ range: CountRange, _ count: Int, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-017", node,
            "\(tree.subject(node)) has \(count.of("item")) of the kind that is asked for, must have \(range.words)",
            help: "Compare the items with the schema's \"contains\".")
    }

    static func memberCount(_ range: CountRange, _ count: Int, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-011", node, "\(tree.subject(node)) has \(count.of("member")), must have \(range.words)",
            help: count < range.minimum ? "Add what is missing." : "Leave out what is too much.")
    }

    static func unforeseen(
        _ node: SourceTree.NodeID, _ tree: SourceTree, known: [String] = []
    ) -> Self {
        let container = tree.parent(of: node).map { tree.subject($0) } ?? "the document"
        let near = Suggestion(for: tree.name(of: node), among: known).name
        return Self(
            "JSC-010", node, "\(tree.subject(node)) is not foreseen in \(container)",
            help: near.map { "If \($0) is meant, write it so." } ?? "Leave it out, or check how it is spelled.")
    }

    static func name(_ reason: SchemaFinding?, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-011", node,
            "\(tree.subject(node)) is no name that is allowed here\(reason.map { ": \($0.message)" } ?? "")",
            help: "Check how the name is spelled.")
    }

    static func missing(
        _ need: NodeName, because name: NodeName, _ node: SourceTree.NodeID, _ tree: SourceTree
    ) -> Self {
        Self(
            "JSC-012", node, "\(tree.subject(node)) is without \(need), which \(name) requires",
            help: "Add \(need), or leave out \(name).", missing: need.description)
    }
}

// MARK: Schemas in schemas

extension SchemaFinding {
    static func notAllowed(_ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-016", node, "\(tree.subject(node)) is \(tree.shown(node)), but may not be there at all",
            help: "Leave it out.")
    }

    static func excluded(_ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-013", node, "\(tree.subject(node)) is \(tree.shown(node)), which the schema excludes",
            help: "Compare it with the schema's \"not\".")
    }

    static func severalFit(_ fits: [Int], of count: Int, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        let numbers = fits.map { String($0 + 1) }.joined(separator: ", ")
        return Self(
            "JSC-013", node,
            "\(tree.subject(node)) fits \(fits.count) of \(count) alternatives (\(numbers)), must fit exactly one",
            help: "Leave out what belongs to the alternative that is not meant.")
    }

    static func noneFits(_ count: Int, _ node: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "JSC-014", node, "\(tree.subject(node)) is \(tree.shown(node)), which fits none of \(count) alternatives",
            help: "Compare it with the alternatives in the schema.")
    }

    static func tooManySteps(at node: SourceTree.NodeID) -> Self {
        Self(
            "JSC-018", node, "the schema takes too many steps for this value, so that there is no verdict",
            help: "Simplify alternatives inside of alternatives and patterns in the schema, or split the record.")
    }
}
