import EmissionsDiagnostics

/// Why a workbook can't be read.
enum WorkbookFault {
    case noWorkbook
    case noSheet(String, String)
    case badAddress(String, String)
    case manyTexts(Int)
}

extension SyntaxError {
    static func workbook(_ fault: WorkbookFault) -> SyntaxError {
        switch fault {
        case .noWorkbook:
            SyntaxError(
                .malformed,
                Diagnostic(
                    "XLS-001", .error, "the archive has no workbook in it", help: "Send the file as it was saved."))
        case .noSheet(let name, let member):
            SyntaxError(
                .malformed,
                Diagnostic(
                    "XLS-002", .error, "the sheet '\(name)' should be in '\(member)', which is not in the archive",
                    help: "Open the file in the program that it is from, and save it again."))
        case .badAddress(let sheet, let address):
            SyntaxError(
                .malformed,
                Diagnostic(
                    "XLS-003", .error,
                    "the sheet '\(sheet)' has a row or cell at '\(address.prefix(40))', which is no place, or out of order",
                    help: "Open the file in the program that it is from, and save it again."))
        case .manyTexts(let limit):
            SyntaxError(
                .limit,
                Diagnostic(
                    "XLS-004", .error, "the texts of the workbook are more than \(limit) bytes, the limit for a record",
                    help: "Split the workbook, or raise the limit."))
        }
    }
}

extension CodeDescription {
    /// The codes of reading workbooks.
    static let workbooks: [CodeDescription] = [
        CodeDescription(
            "XLS-001", .error, "a workbook without its directory of sheets",
            why: "A workbook is an archive of files; the one that lists its sheets is missing or is something else.",
            remedy: "Open the file in the program that it is from, and save it again."),
        CodeDescription(
            "XLS-002", .error, "a sheet that is not in the workbook",
            why: "The workbook lists a sheet whose file is missing, so that its cells are lost.",
            remedy: "Open the file in the program that it is from, and save it again."),
        CodeDescription(
            "XLS-003", .error, "a row or cell of a sheet that is at no place",
            why:
                "Rows and cells stand in order and say where. Where they don't, nobody knows which cell a value is in.",
            remedy: "Open the file in the program that it is from, and save it again."),
        CodeDescription(
            "XLS-004", .error, "more text in a workbook than is read",
            why: "The texts of all sheets are kept while one of them is read, which has a limit.",
            remedy: "Split the workbook, or raise the limit for records."),
    ]
}
