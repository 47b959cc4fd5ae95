import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading and writing quarterly reports.
    static let cbam: [CodeDescription] = [
        CodeDescription(
            "CBAM-001", .warning, "a quarterly report in another namespace",
            why: "The report was read. The CBAM registry refuses one with elements in another namespace, or in none.",
            remedy: "Declare the namespace on QReport as the finding says."),
        CodeDescription(
            "CBAM-002", .error, "a root element that is not a quarterly report's",
            why: "Only QReport begins a quarterly report; what stands below another root was not understood.",
            remedy: "Give a quarterly report with QReport as its root element, or name another format."),
        CodeDescription(
            "CBAM-003", .warning, "an element of the header behind imported goods",
            why: "Goods are read one by one, and what holds for all of them should be known before the first.",
            remedy: "Put it before the first ImportedGood, in the order that the schema gives."),
        CodeDescription(
            "CBAM-004", .error, "a reporting year that is not four digits",
            why: "The period decides which rules and which code lists apply.",
            remedy: "Write the year of the reporting period, such as 2025."),
        CodeDescription(
            "CBAM-005", .warning, "a code that is not in the Commission's list",
            why: "The schema lets it pass; the registry does not know what it means.",
            remedy: "Use a code of the list that the finding names."),
        CodeDescription(
            "CBAM-006", .warning, "a method of version 17.03",
            why: "The numbers of methods changed their meaning after 17.03. The code is kept as it is.",
            remedy: "Look the method up in the current list, and correct it before you file."),
        CodeDescription(
            "CBAM-007", .note, "a document type with more than four characters",
            why: "The Commission's list has codes of five characters, and its schema takes four.",
            remedy: "Keep it: schema and list of the Commission disagree."),
        CodeDescription(
            "CBAM-008", .note, "a CN code that was put together",
            why: "In 17.03 CnCode has only the two digits that follow those of HsCode; both together are the CN code.",
            remedy: "Nothing needs to be done."),
        CodeDescription(
            "CBAM-009", .warning, "figures of a product footprint in a quarterly report",
            why: """
                CBAM's embedded emissions follow the boundary of the law, a product carbon footprint that of its standard.
                Writing one for the other would be wrong in most cases, so that the figures are left out.
                """,
            remedy: "Ask the operator of the installation for specific embedded emissions, direct and indirect."),
    ]
}
