public import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of checking values against a JSON Schema, and of schemas that can't be used.
    public static let jsonSchema: [CodeDescription] = values + containers + alternatives + schemas

    private static let values: [CodeDescription] = [
        asked("JSC-001", "a value of another type", "Write a value of the type that the finding names."),
        asked(
            "JSC-003", "a value that is not one of those allowed", "Write one of the values just as the schema has it."),
        asked("JSC-004", "a text that does not match the pattern", "Write the value in the form that is described."),
        asked("JSC-005", "a text that is too short or too long", "Shorten or complete the text."),
        asked("JSC-006", "a number out of its range", "Check the number, and the unit that it is stated in."),
        asked("JSC-007", "a number that is no multiple of the step", "Check the number and its decimals."),
        asked("JSC-015", "a text that is not of the format", "Write the value as in the example of the finding."),
        asked("JSC-016", "a value where there may be none", "Leave it out."),
    ]

    private static let containers: [CodeDescription] = [
        asked("JSC-002", "a required member is missing", "Add the member that the finding names."),
        asked("JSC-008", "a list with too few or too many items", "Add what is missing, or split the list."),
        asked("JSC-009", "an item that occurs twice in a list", "Keep one of them."),
        asked("JSC-010", "a member or an item that is not foreseen", "Leave it out, or check how it is spelled."),
        asked("JSC-011", "an object whose names or number of members are not as asked", "Check how names are spelled."),
        asked("JSC-012", "a member without another that belongs to it", "Add the other, or leave out the first."),
        asked("JSC-017", "a list with too few or too many items of a kind", "Compare the items with \"contains\"."),
    ]

    private static let alternatives: [CodeDescription] = [
        asked(
            "JSC-013", "a value that fits what it must not fit", "Compare it with the schema's \"not\" or \"oneOf\"."),
        asked("JSC-014", "a value that fits no alternative", "Compare it with the schema's \"anyOf\" or \"oneOf\"."),
        CodeDescription(
            "JSC-018", .error, "a value for which the schema takes too many steps",
            why: """
                Alternatives inside of alternatives can multiply without end. Where the bound is reached there is no verdict:
                the value may well be in order.
                """,
            remedy: "Simplify the schema, or split the record."),
    ]

    private static let schemas: [CodeDescription] = [
        unusable("JSC-101", "a schema that is none", "Mend the schema at the place shown."),
        unusable("JSC-102", "a reference to a schema that is not here", "Supply the document: nothing is fetched."),
        unusable("JSC-103", "a pattern that is wrong or not supported", "Write it without what the finding names."),
        unusable("JSC-104", "a version of JSON Schema that is not known", "Use draft 2020-12 or draft-07."),
        unusable("JSC-105", "a schema that refers to itself without an end", "Let the reference stand at a member."),
    ]

    private static func asked(_ code: Diagnostic.Code, _ title: String, _ remedy: String) -> CodeDescription {
        CodeDescription(
            code, .error, title,
            why: "The schema of the format asks for it, so that every reader of the format can rely on it.",
            remedy: remedy)
    }

    private static func unusable(_ code: Diagnostic.Code, _ title: String, _ remedy: String) -> CodeDescription {
        CodeDescription(
            code, .error, title,
            why:
                "A schema that is used in part would let pass what its author meant to refuse, so it is not used at all.",
            remedy: remedy)
    }
}
