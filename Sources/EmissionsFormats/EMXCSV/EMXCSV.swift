import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// Our own table: one row per footprint, for people who keep such things in a spreadsheet.
    public static let emxCSV = Format(
        name: "emx-csv",
        title: "Emissions Exchange (table, CSV)",
        versions: ["1.0"],
        writtenVersions: ["1.0"],
        fileExtension: "csv",
        profiles: { _ in ["core"] },
        recognize: { start in
            guard case .table(let columns) = start.content else { return nil }
            let known = distinctiveColumns.filter { columns.contains($0) }
            guard known.count >= 3 else { return nil }
            return Recognition(
                confidence: .yes, version: "1.0",
                evidence: "columns " + known.prefix(3).joined(separator: ", "))
        },
        makeReader: { source, limits, observer in
            EMXCSVReader(
                CSVReader(source, limits: limits, groupedBy: EMXCSVColumns.key, observer: observer?.csv))
        },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in EMXCSVWriter.columnLine }, write: EMXCSVWriter.write, separator: [], end: [],
                adapt: EMXCSVAdaptation.adapt)
        },
        tables: {
            [
                FieldTable(title: "columns of the filing", rows: EMXCSVColumns.header.descriptions),
                FieldTable(title: "columns of the good", rows: EMXCSVColumns.good.descriptions),
                FieldTable(title: "columns of the footprint", rows: EMXCSVColumns.footprint.descriptions),
                FieldTable(
                    title: "column of what has no other",
                    rows: [
                        FieldDescription(
                            name: EMXCSVColumns.others.description, path: "carried",
                            spelling: OtherValues.spelling.expected, shape: .object)
                    ]),
            ]
        })

    /// Columns that a table of another make would hardly have.
    private static let distinctiveColumns: [String] = {
        let known: Set<String> = [
            "good_item_number", "cn_code", "declared_unit_amount", "declared_unit", "figures_per",
            "direct_specific_embedded_emissions", "direct_emissions_unit", "indirect_specific_embedded_emissions",
            "indirect_emissions_unit", "reporting_quarter", "declarant_identifier", "installation_name",
            "primary_data_share_percent", "reference_period_start", "other_values",
        ]
        return EMXCSVColumns.all.map(\.description).filter { known.contains($0) || $0.hasSuffix("_kgco2e") }
    }()
}

private enum EMXCSVWriter {
    static let columnLine: Written = {
        var bytes: [UInt8] = []
        CSVPrinter.row(EMXCSVColumns.all.map(\.description), into: &bytes)
        return Written(bytes: bytes, problems: [])
    }()

    static func write(_ part: SubmissionPart, _ header: SubmissionHeader) -> Written {
        var rows = Rows(header: header)
        switch part {
        case .header:
            // With parts to come, each of their rows says it.
            rows.add(nil, nil) { _ in }
        case .footprint(let footprint):
            rows.add(nil, footprint) { EMXCSVColumns.footprint.write(footprint, under: SourceTree.root, to: &$0) }
        case .good(let good) where good.footprints.isEmpty:
            rows.add(good, nil) { _ in }
        case .good(let good):
            for (index, footprint) in good.footprints.enumerated() {
                rows.add(good, footprint) { log in
                    log.within(\ImportedGood.footprints, index) {
                        EMXCSVColumns.footprint.write(footprint, under: SourceTree.root, to: &$0)
                    }
                }
            }
        }
        return Written(bytes: rows.bytes, problems: rows.problems)
    }

    /// The rows of one part.
    private struct Rows {
        let header: SubmissionHeader
        var bytes: [UInt8] = []
        var problems: [Diagnostic] = []
        private var log = WriteLog(.csv)
        private var isFirst = true

        init(header: SubmissionHeader) { self.header = header }

        mutating func add(_ good: ImportedGood?, _ footprint: ProductFootprint?, _ body: (inout WriteLog) -> Void) {
            log.restart()
            let root = log.tree.append(.record)
            EMXCSVColumns.header.write(header, under: root, to: &log)
            if let good { EMXCSVColumns.good.write(good, under: root, to: &log) }
            body(&log)
            var others = OtherValues()
            if isFirst { (others.header, others.good) = (header.carried, good?.carried ?? []) }
            others.footprint = footprint?.carried ?? []
            if let text = OtherValues.spelling.print(others) {
                log.tree.append(.text, named: EMXCSVColumns.others.description, text: text, under: root)
            }
            isFirst = false
            if log.tree.hasChildren(root) {
                _ = CSVPrinter.row(root, of: log.tree, columns: EMXCSVColumns.all, into: &bytes)
            }
            problems += log.problems
        }
    }
}

/// What the table's conventions make of a part before it can be written.
private enum EMXCSVAdaptation {
    static func adapt(_ part: SubmissionPart, index: Int) -> Adaptation {
        switch part {
        case .header: return .unchanged(part)
        case .footprint(var footprint):
            let moves = settleClassifications(&footprint, at: FieldPath())
            return Adaptation([.init(part: .footprint(footprint), moves: moves.isEmpty ? [] : moves + [inPlace])])
        case .good(var good):
            var moves: [Adaptation.Move] = [], findings: [Diagnostic] = []
            for index in good.footprints.indices {
                let path = FieldPath(\ImportedGood.footprints).appending(.index(index))
                moves += settleClassifications(&good.footprints[index], at: path)
            }
            if needsNumber(good) {
                good.itemNumber = "#\(index + 1)"
                findings.append(
                    Diagnostic(
                        "ECSV-004", .note, .numbered(good.itemNumber!), help: .numbered,
                        path: FieldPath(\ImportedGood.itemNumber)))
            }
            var adaptation = Adaptation([.init(part: .good(good), moves: moves.isEmpty ? [] : moves + [inPlace])])
            adaptation.findings = findings
            return adaptation
        }
    }

    /// What no other move says.
    private static let inPlace = Adaptation.Move(from: FieldPath(), to: FieldPath())

    /// Only a number holds several rows together, and tells a good that has no other column from a footprint.
    private static func needsNumber(_ good: ImportedGood) -> Bool {
        guard good.itemNumber == nil else { return false }
        if good.footprints.count > 1 { return true }
        var log = WriteLog(.csv)
        let root = log.tree.append(.record)
        EMXCSVColumns.good.write(good, under: root, to: &log)
        return !log.tree.hasChildren(root)
    }

    /// Classifications stand in the order of their columns.
    private static func settleClassifications(
        _ footprint: inout ProductFootprint, at path: FieldPath
    ) -> [Adaptation.Move] {
        let list = footprint.product.classifications
        let order = ClassificationColumn.order(of: list)
        guard order != Array(list.indices) else { return [] }
        footprint.product.classifications = order.map { list[$0] }
        let place = path.appending(FieldPath(\ProductFootprint.product.classifications))
        return order.enumerated().map { to, from in
            .init(from: place.appending(.index(from)), to: place.appending(.index(to)))
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func numbered(_ number: String) -> Self {
        "the good has no item number, \(number) is written to hold its rows together"
    }
}

extension String {
    fileprivate static let numbered = "Give every good of a filing an item number."
}
