import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What is wrong with a workbook that only this format can know, and that was readable nevertheless.
enum TemplateChecks {
    private static let documentation = "VersionDocumentation"
    private static let title = "communication SEE Version 2"
    /// What is shown of a number in a spreadsheet program.
    private static let shownDigits = 15

    /// The version says which cell means what.
    static func checkVersion(_ book: Workbook, _ log: inout ReadLog) throws(SyntaxError) {
        guard let sheet = book.sheet(documentation) else { return }
        var reader = try book.reader(of: sheet)
        while let row = try reader.next() {
            guard let cell = row.first(where: { $0.address == CellAddress(column: 2, row: 2) }) else { continue }
            if !cell.text.contains(title) {
                var finding = Diagnostic("TPL-006", .warning, .version(cell.text), help: .version)
                finding.location = cell.location
                log.report(finding)
            }
            return
        }
    }

    static func noteOtherSheets(_ book: Workbook, _ log: inout ReadLog) {
        let others = book.sheets.filter { $0.name != CommunicationTemplate.summary }
        guard !others.isEmpty else { return }
        log.report(Diagnostic("TPL-007", .note, .others(others.map(\.name)), help: .others))
    }

    /// Binary numbers of a spreadsheet program are off in the last digits.
    static func checkTotal(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        let emissions = footprint.embeddedEmissions
        guard let total = footprint.production.reported.perUnit, let direct = emissions.direct.specific,
            let indirect = emissions.indirect.specific, let sum = direct.adding(indirect),
            let difference = sum.subtracting(total)?.magnitude, let tolerance = ExactDecimal("0.000001"),
            difference > tolerance
        else { return }
        log.report(
            log.located(
                Diagnostic(
                    "TPL-005", .error, .total(total, direct, indirect, sum), help: .total,
                    path: FieldPath(\ProductFootprint.production.reported.perUnit))))
    }

    /// - Returns: Whether there was anything to note.
    static func noteDigits(_ footprint: ProductFootprint, _ log: inout ReadLog) -> Bool {
        for key in [
            \ProductFootprint.embeddedEmissions.direct.specific, \ProductFootprint.embeddedEmissions.indirect.specific,
            \ProductFootprint.production.reported.perUnit,
        ] {
            guard let figure = footprint[keyPath: key],
                String(figure.coefficient.magnitude).utf8.count > shownDigits
            else { continue }
            log.report(
                log.located(Diagnostic("TPL-004", .note, .digits(figure), help: .digits, path: FieldPath(key))))
            return true
        }
        return false
    }
}

extension Diagnostic.Message {
    fileprivate static func version(_ found: String) -> Self {
        "the template says that it is '\(found.prefix(60))', read as version 2"
    }
    fileprivate static func others(_ sheets: [String]) -> Self {
        "\(sheets.count) other sheet\(sheets.count == 1 ? " was" : "s were") not read: \(sheets.prefix(8).joined(separator: ", "))\(sheets.count > 8 ? ", …" : "")"
    }
    fileprivate static func total(
        _ total: ExactDecimal, _ direct: ExactDecimal, _ indirect: ExactDecimal, _ sum: ExactDecimal
    ) -> Self {
        "total specific emissions are \(total), but direct \(direct) and indirect \(indirect) make \(sum)"
    }
    fileprivate static func digits(_ figure: ExactDecimal) -> Self {
        "\(figure) is stored with more digits than the 15 that a spreadsheet program shows"
    }
}

extension String {
    fileprivate static let version = "Check that values are in the cells that they are read from, or send version 2."
    fileprivate static let others =
        "The summary says what an importer needs; the other sheets are how it was worked out."
    fileprivate static let total = "Correct whichever of the figures is wrong."
    fileprivate static let digits = "Nothing needs to be done; the number is kept as it is stored."
}
