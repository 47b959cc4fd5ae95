import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads the summary sheet of a workbook: what holds for the whole period, then product after product.
struct TemplateReader: SubmissionReader {
    private let package: any Package
    private let limits: Limits
    private var products: [[WorkbookCell]] = []
    private var filing: [WorkbookCell] = []
    private var next: Int?
    private var hasNotedDigits = false

    init(_ package: any Package, _ limits: Limits) { (self.package, self.limits) = (package, limits) }

    var version: String? { CommunicationTemplate.version }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        log.tree.syntax = .csv
        guard let index = next else {
            next = 0
            return .header(try header(&log))
        }
        guard index < products.count else { return nil }
        next = index + 1
        return .footprint(footprint(index, &log))
    }

    // MARK: The period

    private mutating func header(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionHeader {
        let book = try Workbook(package, limits: limits)
        let root = log.tree.append(.record)
        guard let sheet = book.sheet(CommunicationTemplate.summary) else {
            log.report(
                Diagnostic("TPL-001", .error, .noSummary(book.sheets.map(\.name)), help: .noSummary))
            return SubmissionHeader()
        }
        var reader = try book.reader(of: sheet)
        while let row = try reader.next() { sort(row, under: root, &log) }
        try TemplateChecks.checkVersion(book, &log)
        TemplateChecks.noteOtherSheets(book, &log)
        var header = TemplateFields.filing.read(root, in: ReadLog.part, into: &log)
        if !header.reported.isEmpty { header.reported.unit = .tonnesCO2e }
        log.carryUnread(CommunicationTemplate.format, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        log.finish()
        return header
    }

    /// Puts cells where they belong: to the installation, to a product, or to the period. All others are labels.
    private mutating func sort(_ row: [WorkbookCell], under root: SourceTree.NodeID, _ log: inout ReadLog) {
        guard let number = row.first?.address.row else { return }
        if CommunicationTemplate.products.contains(number) {
            let cells = row.filter { CommunicationTemplate.columns.contains($0.address.column) }
            let isProduct = cells.contains { TemplateLayout.telling.contains($0.address.column) }
            if isProduct { products.append(cells) }
            return
        }
        for cell in row {
            if TemplateLayout.isOfInstallation(cell.address) {
                filing.append(cell)
            } else if TemplateLayout.isOfPeriod(cell.address) {
                log.append(cell, named: "\(cell.address)", under: root)
            }
        }
    }

    // MARK: Products

    private mutating func footprint(_ index: Int, _ log: inout ReadLog) -> ProductFootprint {
        let root = log.tree.append(.record)
        for cell in filing { log.append(cell, named: "\(cell.address)", under: root, isRepeated: index > 0) }
        for cell in products[index] { log.append(cell, named: cell.address.columnName, under: root) }
        var footprint = TemplateFields.footprint.read(root, in: ReadLog.part, into: &log)
        let unit = footprint.embeddedEmissions.direct.unit
        if footprint.embeddedEmissions.indirect.specific != nil { footprint.embeddedEmissions.indirect.unit = unit }
        if footprint.production.reported.perUnit != nil { footprint.production.reported.unit = unit }
        TemplateChecks.checkTotal(footprint, &log)
        if !hasNotedDigits, TemplateChecks.noteDigits(footprint, &log) { hasNotedDigits = true }
        log.carryUnread(
            CommunicationTemplate.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return footprint
    }
}

/// Which cells of the summary sheet are filled in.
private enum TemplateLayout {
    /// Process, CN code, name and direct emissions: a row with none of them is no product.
    static let telling: Set<Int> = [4, 6, 8, 9]

    static func isOfInstallation(_ address: CellAddress) -> Bool {
        address.column == 7 && 12...21 ~= address.row
    }

    /// Goods and routes, processes and precursors; emissions by method; data quality; carbon price.
    static func isOfPeriod(_ address: CellAddress) -> Bool {
        let (column, row) = (address.column, address.row)
        if 12...21 ~= row, 8...24 ~= column { return true }
        return switch row {
        case 12: column == 38
        case 13: [26, 28, 30, 32, 38].contains(column)
        case 15...17: column == 34
        case 19...21: column == 29
        default: false
        }
    }
}

extension CellAddress {
    /// `B` for every cell of column 2.
    fileprivate var columnName: String { String("\(self)".prefix { $0.isLetter }) }
}

extension ReadLog {
    /// Adds a cell as a value; one without a value is reported.
    fileprivate mutating func append(
        _ cell: WorkbookCell, named name: String, under parent: NodeID, isRepeated: Bool = false
    ) {
        let node = tree.append(.text, named: name, text: cell.date ?? cell.text, under: parent)
        tree.cells[node] = CellPlace(sheet: cell.sheet, address: cell.address)
        if isRepeated { tree.markRepeated(node) }
        switch cell.kind {
        case .error:
            claim(node)
            markUnreadable(node)
            report(
                Diagnostic("TPL-002", .error, .error(cell), help: .error), at: node, in: ReadLog.part)
        case .uncalculated:
            claim(node)
            report(
                Diagnostic("TPL-003", .warning, .uncalculated(cell), help: .uncalculated), at: node, in: ReadLog.part)
        case .number, .text, .bool: break
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func noSummary(_ sheets: [String]) -> Self {
        "the workbook has no sheet \(CommunicationTemplate.summary), but \(sheets.prefix(8).joined(separator: ", "))"
    }
    fileprivate static func error(_ cell: WorkbookCell) -> Self {
        "\(cell.sheet)!\(cell.address) has the error \(cell.text) in place of a value"
    }
    fileprivate static func uncalculated(_ cell: WorkbookCell) -> Self {
        "\(cell.sheet)!\(cell.address) has a formula whose result was not saved"
    }
}

extension String {
    fileprivate static let noSummary = "Send the communication template as it is, with all of its sheets."
    fileprivate static let error = "Correct what the formula refers to, and save the workbook again."
    fileprivate static let uncalculated = "Open the workbook in a spreadsheet program, and save it again."
}
