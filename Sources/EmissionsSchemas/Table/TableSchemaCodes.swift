public import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of checking tables against a table schema, and of schemas that can't be used.
    public static let tableSchema: [CodeDescription] = columns + cells + rows + schemas

    private static let columns: [CodeDescription] = [
        asked("TAB-001", "a column is missing", "Add the column that the finding names, or check how it is spelled."),
        asked("TAB-002", "a column that is not foreseen", "Leave it out, or check how its name is spelled."),
        asked("TAB-003", "a column in another place than the schema asks for", "Put the columns in that order."),
        asked("TAB-004", "a column name that occurs twice", "Give every column a name of its own."),
    ]

    private static let cells: [CodeDescription] = [
        asked("TAB-005", "an empty cell where there has to be a value", "Fill it in."),
        asked("TAB-006", "a cell of another type", "Write the value as the finding says."),
        asked("TAB-007", "a text that is not of the format", "Write the value as in the example of the finding."),
        asked("TAB-008", "a text that does not match the pattern", "Write the value in the form that is described."),
        asked("TAB-009", "a value that is not one of those allowed", "Write one of them just as the schema has it."),
        asked("TAB-010", "a text that is too short or too long", "Shorten or complete the text."),
        asked("TAB-011", "a value out of its range", "Check the value, and the unit that it is stated in."),
        CodeDescription(
            "TAB-016", .error, "a cell whose pattern takes too many steps",
            why: "Where the bound is reached there is no verdict: the value may well be in order.",
            remedy: "Simplify the pattern in the schema, or shorten the cell."),
    ]

    private static let rows: [CodeDescription] = [
        asked("TAB-012", "a value that occurs twice in a column", "Keep one of the rows, or correct the value."),
        asked("TAB-013", "a key that occurs twice", "Keep one of the rows, or correct the key."),
        CodeDescription(
            "TAB-014", .note, "more values than can be remembered",
            why: "Values that have to be unique are remembered to find repeats, up to a bound on memory.",
            remedy: "Split the file if repeats have to be found in all of it."),
        CodeDescription(
            "TAB-015", .error, "faults that are not listed",
            why: "A table with one fault in each row would make a report that nobody reads.",
            remedy: "Mend what is listed, then check the file again."),
    ]

    private static let schemas: [CodeDescription] = [
        unusable("TAB-101", "a table schema that is none", "Mend the schema at the place shown."),
        unusable("TAB-102", "what is not supported in a table schema", "Take it out, or use another program."),
        unusable("TAB-103", "a pattern that is wrong or not supported", "Write it without what the finding names."),
    ]

    private static func asked(_ code: Diagnostic.Code, _ title: String, _ remedy: String) -> CodeDescription {
        CodeDescription(
            code, .error, title,
            why: "The schema asks for it, so that every program that reads such tables can rely on it.", remedy: remedy)
    }

    private static func unusable(_ code: Diagnostic.Code, _ title: String, _ remedy: String) -> CodeDescription {
        CodeDescription(
            code, .error, title,
            why:
                "A schema that is used in part would let pass what its author meant to refuse, so it is not used at all.",
            remedy: remedy)
    }
}
