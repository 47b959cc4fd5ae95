import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading communication templates.
    static let template: [CodeDescription] = [
        CodeDescription(
            "TPL-001", .error, "a workbook without the summary sheet",
            why:
                "What operators tell importers stands on one sheet of the template; without it there is nothing to read.",
            remedy: "Send the communication template as it is, with all of its sheets."),
        CodeDescription(
            "TPL-002", .error, "a cell with an error in place of a value",
            why: "A formula could not be worked out, such as a division by an amount that was not filled in.",
            remedy: "Correct what the formula refers to, and save the workbook again."),
        CodeDescription(
            "TPL-003", .warning, "a formula whose result was not saved",
            why:
                "Results of formulas are saved beside them; a program that writes formulas without results leaves nothing.",
            remedy: "Open the workbook in a spreadsheet program, and save it again."),
        CodeDescription(
            "TPL-004", .note, "a number with more digits than a spreadsheet program shows",
            why: "Spreadsheet programs show 15 digits and store up to 17. What is stored is kept.",
            remedy: "Nothing needs to be done."),
        CodeDescription(
            "TPL-005", .error, "a total that direct and indirect emissions don't make",
            why: "The template adds both; a total that differs was typed over, or one of the others was.",
            remedy: "Correct whichever of the figures is wrong."),
        CodeDescription(
            "TPL-006", .warning, "a template of another version",
            why: "Values are found by the addresses of their cells, which differ between versions of the template.",
            remedy: "Check that values are in the cells that they are read from, or send version 2."),
        CodeDescription(
            "TPL-007", .note, "sheets of a template that were not read",
            why: "The summary says what an importer needs. The other sheets are how the operator worked it out.",
            remedy: "Nothing needs to be done."),
    ]
}
