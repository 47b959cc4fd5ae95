import EmissionsDiagnostics
import EmissionsSyntax

/// What is wrong with a table, in words.
struct TableFault {
    var code: Diagnostic.Code
    var message: Diagnostic.Message
    var help: String

    private init(_ code: Diagnostic.Code, _ message: Diagnostic.Message, help: String) {
        (self.code, self.message, self.help) = (code, message, help)
    }
}

// MARK: Columns

extension TableFault {
    static func columnMissing(_ name: String) -> Self {
        Self(
            "TAB-001", "the column \(name.clipped) is missing",
            help: "Add a column \(name.clipped), or check how its name is spelled.")
    }

    static func noColumn(_ names: [String]) -> Self {
        let shown = names.prefix(4).map(\.clipped).joined(separator: ", ")
        return Self(
            "TAB-001", "none of the columns of the schema is there",
            help: "Check whether this is the schema of the table: its first columns are \(shown).")
    }

    static func unforeseen(_ name: String, _ others: [String]) -> Self {
        Self(
            "TAB-002", "the column \(name.clipped) is not foreseen in the schema",
            help: Suggestion(for: name, among: others).name.map { "If \($0) is meant, write it so." }
                ?? "Leave it out, or check how it is spelled.")
    }

    static func unnamed(_ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-002", "a column without a name has content, first in row \(tree.rowNumber(of: cell))",
            help: "Give the column the name of one that the schema has, or leave it out.")
    }

    static func misplaced(_ name: String, before other: String) -> Self {
        Self(
            "TAB-003", "the column \(name.clipped) stands where the schema has \(other.clipped)",
            help: "Put the columns in the order of the schema.")
    }

    static func twice(_ name: String, _ first: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-004", "the column \(name.clipped) is there twice, first as column \(tree.ordinal(of: first) + 1)",
            help: "Keep one of them, or give it a name of its own.")
    }
}

// MARK: Cells

extension TableFault {
    static func empty(_ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        let found = tree.textIsEmpty(cell) ? "empty" : "\(tree.shown(cell)), which stands for no value"
        return Self(
            "TAB-005", "\(tree.subject(field, cell)) is \(found), must have a value", help: "Fill the cell in.")
    }

    static func emptyKey(_ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-005", "\(tree.subject(field, cell)) is empty, must have a value as a part of the key",
            help: "Fill the cell in.")
    }

    static func cellMissing(_ field: TableField, _ row: Int) -> Self {
        Self(
            "TAB-005", "\(field.name.clipped) in row \(row + 1) is not there, must have a value",
            help: "Give the row as many cells as the header has, and fill this one in.")
    }

    static func type(_ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-006", "\(tree.subject(field, cell)) is \(tree.shown(cell)), must be \(field.type.description)",
            help: field.type.example.map { "Write it as \($0)." } ?? "Write it just as the schema has it.")
    }

    static func format(
        _ format: TextFormat, _ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree
    ) -> Self {
        Self(
            "TAB-007", "\(tree.subject(field, cell)) is \(tree.shown(cell)), must be \(format.description)",
            help: "Write it like \(format.example).")
    }

    static func pattern(_ pattern: String, _ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-008", "\(tree.subject(field, cell)) is \(tree.shown(cell)), must match \(pattern.clipped)",
            help: field.example.map { "Write it like \($0.clipped)." }
                ?? "Write the value in the form that the pattern describes.")
    }

    static func values(
        _ allowed: AllowedCells, _ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree
    ) -> Self {
        let shown = allowed.shown.prefix(8).map { "'\($0.clipped)'" }, more = allowed.shown.count - shown.count
        let list = more > 0 ? shown.joined(separator: ", ") + " or one of \(more) more" : shown.joinedByOr
        let text = tree.text(of: cell)
        let near = allowed.shown.first { $0.lowercased() == text.lowercased() }
        return Self(
            "TAB-009", "\(tree.subject(field, cell)) is \(tree.shown(cell)), must be \(list)",
            help: near.map { "Write '\($0)': upper and lower case are told apart." }
                ?? Suggestion(for: text, among: allowed.shown).name.map { "If '\($0)' is meant, write it so." }
                ?? "Write the value that is meant just as it stands here.")
    }

    static func length(
        _ range: CountRange, _ count: Int, _ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree
    ) -> Self {
        Self(
            "TAB-010", "\(tree.subject(field, cell)) has \(count.of("character")), must have \(range.words)",
            help: count < range.minimum ? "Complete the text." : "Shorten the text.")
    }

    static func bound(_ bound: CellBound, _ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        let isMoment = if case .moment = field.type { true } else { false }
        let relation =
            switch (bound.isUpper, bound.isExclusive) {
            case (true, true): isMoment ? "before" : "less than"
            case (true, false): isMoment ? "at the latest" : "at most"
            case (false, true): isMoment ? "after" : "more than"
            case (false, false): isMoment ? "at the earliest" : "at least"
            }
        return Self(
            "TAB-011", "\(tree.subject(field, cell)) is \(tree.shown(cell)), must be \(relation) \(bound.shown)",
            help: isMoment ? "Check the date." : "Check the number, and the unit that it is stated in.")
    }

    static func tooManySteps(_ field: TableField, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-016",
            "the pattern for \(tree.subject(field, cell)) takes too many steps, so that there is no verdict",
            help: "Simplify the pattern in the schema, or shorten the cell.")
    }
}

// MARK: Rows

extension TableFault {
    static func repeated(_ field: TableField, _ first: Int, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-012", "\(tree.subject(field, cell)) is \(tree.shown(cell)), as in row \(first), must occur once",
            help: "Keep one of the rows, or correct the value.")
    }

    static func repeatedKey(_ names: [String], _ first: Int, _ cell: SourceTree.NodeID, _ tree: SourceTree) -> Self {
        Self(
            "TAB-013",
            """
            row \(tree.rowNumber(of: cell)) has the same \(names.map(\.clipped).joined(separator: " and ")) as row \
            \(first), which may occur once
            """,
            help: "Keep one of the rows, or correct the key.")
    }
}

extension Diagnostic {
    static func seenIsFull(at cell: SourceTree.NodeID, in tree: inout SourceTree) -> Diagnostic {
        Diagnostic(
            "TAB-014", .note,
            "from row \(tree.rowNumber(of: cell)) on, repeats of values that are new there are not found",
            help: "Split the file if repeats have to be found in all of it.", location: tree.location(of: cell))
    }

    static func unlistedInTable(_ count: Int) -> Diagnostic {
        Diagnostic(
            "TAB-015", .error, count == 1 ? "1 more fault is not listed" : "\(count) more faults are not listed",
            help: "Mend what is listed, then check the file again.")
    }
}

extension SourceTree {
    /// The number of the row that a cell is in, as a spreadsheet has it.
    func rowNumber(of cell: NodeID) -> Int { ordinal(of: parent(of: cell) ?? cell) + 1 }

    /// What a cell is called in a sentence.
    fileprivate func subject(_ field: TableField, _ cell: NodeID) -> String {
        "\(field.name.clipped) in row \(rowNumber(of: cell))"
    }
}
