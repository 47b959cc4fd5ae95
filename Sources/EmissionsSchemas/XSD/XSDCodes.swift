public import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of holding XML against a schema.
    public static let xsd: [CodeDescription] = structure + values + schemas

    private static let structure: [CodeDescription] = [
        CodeDescription(
            "XSD-001", .error, "an outermost element that the schema does not know",
            why:
                "Nothing of the file was checked. Often the namespace differs in one letter, or the schema is another's.",
            remedy: "Check the name of the outermost element and its xmlns, or choose the schema that fits."),
        CodeDescription(
            "XSD-002", .error, "an element that is missing",
            why: "Whoever reads the file relies on it. The finding stands where the element should have been.",
            remedy: "Add the element there. An element of that name further down is one that is out of its order."),
        CodeDescription(
            "XSD-003", .error, "an element that may not stand here",
            why: "It is misspelled, out of its order, or one too many. What is in it was not checked.",
            remedy: "Correct its name or its namespace, move it, or take it out."),
        CodeDescription(
            "XSD-004", .error, "an element with the wrong kind of content",
            why: "An element has a text, or elements, or neither, as the schema says.",
            remedy: "Take out what may not be in it."),
        CodeDescription(
            "XSD-011", .error, "an attribute that is missing or may not be there",
            why: "Attributes are declared one by one; one that is not declared has no meaning.",
            remedy: "Add the attribute, correct its name, or take it out."),
        CodeDescription(
            "XSD-012", .error, "a key that is missing or given twice",
            why: "The schema demands values that can be told apart, or that refer to each other.",
            remedy: "Correct the values that the finding names."),
    ]

    private static let values: [CodeDescription] = [
        CodeDescription(
            "XSD-005", .error, "a value of another type",
            why: "A program that expects a number, a date or a truth value can't read the text that stands there.",
            remedy: "Write the value as the finding shows: numbers with a point, dates as 2025-10-22."),
        CodeDescription(
            "XSD-006", .error, "a text that is too short or too long",
            why: "The receiving system has so much space for it, or knows only codes of that length.",
            remedy: "Correct the code, or shorten the text. White space counts."),
        CodeDescription(
            "XSD-007", .error, "a number with too many digits",
            why: "Digits that do not fit would be cut off. A number that is too long is often in the wrong unit.",
            remedy: "Check the value and its unit, then round it if its meaning allows."),
        CodeDescription(
            "XSD-008", .error, "a value out of its range",
            why: "The schema states bounds beyond which a value can't be right.",
            remedy: "Check the value and its unit."),
        CodeDescription(
            "XSD-009", .error, "a value that does not have its prescribed form",
            why: "The form is what lets programs take the value apart.",
            remedy: "Write it in the form that the finding tells as a regular expression; \\d stands for a digit."),
        CodeDescription(
            "XSD-010", .error, "a value that is not in the list",
            why: "Only the listed words have a meaning to whoever receives the file.",
            remedy: "Choose one of them, with the same capitals."),
        CodeDescription(
            "XSD-013", .error, "something else that the schema does not allow",
            why: "Rare cases are told in the words of libxml2.",
            remedy: "Correct the element at the place shown."),
    ]

    private static let schemas: [CodeDescription] = [
        CodeDescription(
            "XSD-014", .error, "no verdict, because the schema could not be applied",
            why: "libxml2 failed inside. It says nothing about the file.",
            remedy: "Use another schema, or report it to us with the schema."),
        CodeDescription(
            "XSD-015", .error, "more faults than are listed",
            why: "A file with very many faults usually has one cause.",
            remedy: "Mend what is listed, then check the file again."),
        CodeDescription(
            "XSD-020", .error, "a schema that can't be used",
            why: "It is not an XML Schema, contradicts itself, or refers to something that it does not declare.",
            remedy: "Correct the schema at the place shown, or use another one."),
        CodeDescription(
            "XSD-021", .error, "a schema that needs a document which was not handed over",
            why: "Nothing is fetched, neither from the network nor from other folders.",
            remedy: "Name the document together with the schema."),
    ]
}
