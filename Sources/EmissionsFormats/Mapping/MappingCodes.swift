public import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading values into the model and of writing them in a target, whatever the format.
    public static let mapping: [CodeDescription] = reading + writing

    private static let reading: [CodeDescription] = [
        CodeDescription(
            "READ-001", .error, "another kind of value than the format has there",
            why: "An object or a list where a single value belongs, or the other way round. It was not read.",
            remedy: "Correct the structure at the place shown."),
        CodeDescription(
            "READ-002", .error, "a value that can't be read",
            why: """
                The text is not spelled as the format asks for, such as a number with a comma or a word outside of a closed
                list. No value is guessed: what can't be read counts as not given, and is accounted for as unread.
                """,
            remedy: "Write the value as the finding says. Decimals have a point and no thousands separator: 1200.5."),
        CodeDescription(
            "READ-003", .note, "values with white space around them",
            why: "They were read without it. Programs that compare texts exactly will not find them.",
            remedy: "Write values without spaces and line breaks around them."),
        CodeDescription(
            "READ-004", .warning, "a field that is there but empty",
            why: "Empty may mean none, unknown or forgotten. It was read as not given.",
            remedy: "Leave the field out, or give its value."),
        CodeDescription(
            "READ-005", .error, "a number with more than 38 digits",
            why: "Numbers are kept exactly as written, up to 38 digits; one with more would have to be rounded.",
            remedy: "Give the number with at most 38 digits."),
        CodeDescription(
            "READ-006", .warning, "elements out of order",
            why: "The format's schema gives an order, and strict programs refuse a file that does not keep it.",
            remedy: "Put the elements in the order that the format's schema gives."),
        CodeDescription(
            "READ-007", .warning, "a misspelled name that was understood",
            why: "The name is a known misspelling and was read as what was meant. Other programs will not find it.",
            remedy: "Spell it as the finding says."),
        CodeDescription(
            "READ-008", .warning, "a number as a text, or a text as a number",
            why: "The value was understood. Strict programs refuse it, and a JSON number may lose digits on its way.",
            remedy: "Write the value as the kind that the format asks for."),
        CodeDescription(
            "READ-009", .note, "values that are null",
            why: "They were read as not given. Some formats do not allow null.",
            remedy: "Leave a property out where there is no value."),
        CodeDescription(
            "READ-010", .warning, "a date without a time of day",
            why: """
                The format asks for a moment. A day has 24 hours, and its ends fall into two of them elsewhere in the
                world: programs that take it for midnight may not mean the same midnight.
                """,
            remedy: "Write a date and time such as 2026-01-31T00:00:00Z."),
    ]

    private static let writing: [CodeDescription] = [
        CodeDescription(
            "CNV-010", .error, "a part of the header behind the first record",
            why: """
                What holds for all of a file is written in front of its records. A file is read twice where it must be;
                standard input can be read only once, so that what comes late is lost.
                """,
            remedy: "Put the header before the records, or give the input as a file instead of standard input."),
        CodeDescription(
            "CNV-011", .error, "several records for a file that holds one",
            why:
                "Some formats have one record per file. Nothing is published, since all others would be missing in it.",
            remedy: "Name a folder for the output, as `-o out/`: each record becomes a file of its own."),
        CodeDescription(
            "TGT-001", .error, "a field that the target requires and the source lacks",
            why: "The output would not be valid, so that it is not published unless you ask for it.",
            remedy: "Supply the value with --set PATH=VALUE or --defaults FILE, or publish with --allow-incomplete."),
        CodeDescription(
            "TGT-002", .warning, "a value that the target has no word for",
            why: "The target has a closed list of words or units, and the value is not among them. It is lost.",
            remedy: "Choose another target, or accept the loss; it is listed in the loss report."),
        CodeDescription(
            "TGT-003", .error, "a figure that has no exact form in the target",
            why: """
                The target states figures for another amount of product, and the quotient has no end, as 1 ÷ 3. Rounding
                would change a reported figure, so that it is left out.
                """,
            remedy: "State the figure for an amount that divides evenly, or choose a target that keeps the basis."),
        CodeDescription(
            "TGT-004", .error, "figures that can't be restated because the declared amount is missing",
            why: "What a figure is for must be known before it can be restated for another amount.",
            remedy: "Supply the amount with --set 'declaredUnit.amount=VALUE'."),
    ]
}
