import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// The table that Germany's database of building materials exports: a row for each module and scenario.
    public static let oekobaudatCSV = Format(
        name: Oekobaudat.format,
        title: "ÖKOBAUDAT (CSV)",
        versions: [Oekobaudat.version],
        writtenVersions: [Oekobaudat.version],
        fileExtension: "csv",
        profiles: { _ in ["core", "en15804"] },
        recognize: { start in
            guard case .table(let columns) = start.content else { return nil }
            let found = Set(columns)
            guard found.isSuperset(of: ["UUID", "Modul"]),
                !found.isDisjoint(with: ["Bezugsgroesse", "GWP", "GWPtotal (A2)", "A2GWPtotal (A2)"])
            else { return nil }
            return Recognition(
                confidence: .yes, version: Oekobaudat.version, evidence: "the columns UUID, Modul and those of results")
        },
        makeReader: { source, limits, observer in
            OekobaudatReader(
                records: CSVReader(
                    source, limits: limits, separator: UInt8(ascii: ";"), groupedBy: "UUID", observer: observer?.csv))
        },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in OekobaudatWriter.columnLine }, write: { part, _ in OekobaudatWriter.write(part) },
                separator: [], end: [], adapt: { part, _ in OekobaudatWriter.adapt(part) })
        },
        tables: {
            [
                FieldTable(title: "columns of the data set", rows: OekobaudatColumns.declaration.descriptions),
                FieldTable(title: "columns of a module", rows: Oekobaudat.moduleRows),
            ]
        })
}

enum Oekobaudat {
    static let format = "oekobaudat-csv"
    static let version = "1"

    static var moduleRows: [FieldDescription] {
        [
            FieldDescription(
                name: "Modul", path: "results.amounts.modules", spelling: Spelling<ModuleRange>.ilcdModules.expected),
            FieldDescription(name: "Szenario", path: "results.amounts.scenario", spelling: "text"),
            FieldDescription(
                name: "Szenariobeschreibung", path: "declaration.scenarios.descriptions.text", spelling: "text"),
        ]
            + OekobaudatColumns.results.map { column in
                FieldDescription(
                    name: column.name.description, path: "results.amounts.amount",
                    spelling: Spelling<ExactDecimal>.germanDecimal.expected,
                    remark: "\(column.indicator.rawValue) in \(column.unit.rawValue)")
            }
    }
}

/// Reads runs of rows with one UUID, each as a declaration.
private struct OekobaudatReader: SubmissionReader {
    var records: CSVReader
    let version: String? = Oekobaudat.version

    init(records: CSVReader) { self.records = records }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        while let role = try records.next(into: &log.tree) {
            for finding in records.takeFindings() { log.report(finding) }
            if role == .header {
                log.restartKeepingFindings()
                continue
            }
            return .footprint(footprint(&log))
        }
        for finding in records.takeFindings() { log.report(finding) }
        return nil
    }

    private func footprint(_ log: inout ReadLog) -> ProductFootprint {
        let rows = log.items(of: SourceTree.root)
        var footprint = OekobaudatColumns.declaration.read(rows[0], in: ReadLog.part, into: &log)
        if footprint.declaredUnit.amount != nil { footprint.declaredUnit.basis = .declaredAmount }
        compare(rows, &log)
        var results = OekobaudatResults(footprint.declaration.compliance)
        for row in rows { results.read(row, &log) }
        footprint.results = results.list
        footprint.declaration.scenarios = results.scenarios
        log.carryUnread(Oekobaudat.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return footprint
    }

    /// What all rows of a data set say alike is said once in the model.
    private func compare(_ rows: [SourceTree.NodeID], _ log: inout ReadLog) {
        guard rows.count > 1 else { return }
        let places = Dictionary(log.fields().map { ($0.node, $0.path) }) { first, _ in first }
        for cell in Array(log.tree.children(of: rows[0])) where log.isClaimed(cell) {
            let name = NodeName(log.tree.name(of: cell))
            let text = log.tree.trimmedText(of: cell)
            for row in rows.dropFirst() {
                guard let other = log.child(name, of: row) else { continue }
                if log.tree.trimmedText(of: other) != text {
                    log.markUnreadable(other)
                    log.report(
                        Diagnostic(
                            "OEBD-001", .error,
                            .differs(name.description, log.tree.trimmedText(of: other), text), help: .differs),
                        at: other, in: ReadLog.part)
                } else if let path = places[cell] {
                    log.note(nil, in: log.enter(path: path, of: ReadLog.part, at: other), from: other)
                }
            }
        }
    }
}

/// Results by indicator, gathered from rows by module.
private struct OekobaudatResults {
    private(set) var list: [IndicatorResult] = []
    private(set) var scenarios: [Scenario] = []
    private var places: [Int: Int] = [:]
    private let method: CharacterizationMethod

    /// The table has one set of columns for EN 15804+A2; which EF they are by, only the standards may say.
    init(_ compliance: [Compliance]) {
        let names = compliance.compactMap { $0.system.names.first?.text }.joined()
        method = names.contains("EF 3.1") ? .ef31 : names.contains("EF 3.0") ? .ef30 : .ef3
    }

    mutating func read(_ row: SourceTree.NodeID, _ log: inout ReadLog) {
        let moduleCell = log.child(OekobaudatColumns.module, of: row)
        let scenarioCell = log.child(OekobaudatColumns.scenario, of: row)
        let modules = moduleCell.flatMap { node -> ModuleRange? in
            log.tree.textIsEmpty(node)
                ? nil : log.value(of: node, OekobaudatColumns.module, as: .ilcdModules, nil, in: ReadLog.part)
        }
        let scenario = scenarioCell.map { log.tree.trimmedText(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        readScenario(scenario, row, scenarioCell, &log)
        var isFirst = true
        for (index, column) in OekobaudatColumns.results.enumerated() {
            guard let node = log.column(column.name, column.aliases, of: row), !log.tree.textIsEmpty(node) else {
                continue
            }
            let place = places[index] ?? append(column, index)
            let path = FieldPath(\ProductFootprint.results).appending(.index(place)).appending("amounts")
                .appending(.index(list[place].amounts.count))
            let scope = log.enter(path: path, of: ReadLog.part, at: node)
            var amount = ModuleAmount()
            (amount.modules, amount.scenario) = (modules, scenario)
            if let gap = log.tree.withText(of: node, { AmountGap(ilcd: $0.trimmed) }) {
                amount.gap = gap
                log.note(\ModuleAmount.gap, in: scope, from: node)
            } else if let value = log.value(
                of: node, column.name, as: .germanDecimal, \ModuleAmount.amount, in: scope)
            {
                amount.amount = value
                log.note(\ModuleAmount.amount, in: scope, from: node)
            }
            if isFirst {
                if let moduleCell { log.note(\ModuleAmount.modules, in: scope, from: moduleCell) }
                if scenario != nil, let scenarioCell { log.note(\ModuleAmount.scenario, in: scope, from: scenarioCell) }
                isFirst = false
            }
            list[place].amounts.append(amount)
        }
    }

    private mutating func readScenario(
        _ name: String?, _ row: SourceTree.NodeID, _ cell: SourceTree.NodeID?, _ log: inout ReadLog
    ) {
        let node = log.child(OekobaudatColumns.scenarioDescription, of: row)
        let text = node.map { log.tree.trimmedText(of: $0) } ?? ""
        guard let name else { return }
        if let known = scenarios.firstIndex(where: { $0.name == name }) {
            guard let node, !text.isEmpty else { return }
            note(known, node, &log)
            return
        }
        var scenario = Scenario()
        scenario.name = name
        if let node, !text.isEmpty {
            scenario.descriptions = [LocalizedText(text)]
            note(scenarios.count, node, &log)
        }
        scenarios.append(scenario)
    }

    private func note(_ scenario: Int, _ node: SourceTree.NodeID, _ log: inout ReadLog) {
        let path = FieldPath(\ProductFootprint.declaration.scenarios).appending(.index(scenario))
            .appending("descriptions").appending(.index(0)).appending("text")
        log.note(nil, in: log.enter(path: path, of: ReadLog.part, at: node), from: node)
    }

    private mutating func append(_ column: OekobaudatColumns.Result, _ index: Int) -> Int {
        var result = IndicatorResult()
        result.indicator = column.indicator
        result.method = column.method == .ef3 ? method : column.method
        result.unit = column.unit
        list.append(result)
        places[index] = list.count - 1
        return list.count - 1
    }
}

extension Diagnostic.Message {
    fileprivate static func differs(_ column: String, _ text: String, _ first: String) -> Self {
        "\(column) is '\(text.prefix(60))', in the first row of the data set it is '\(first.prefix(60))'"
    }
}

extension String {
    fileprivate static let differs =
        "Say the same in all rows of a data set, or give the rows another UUID if they belong to another."
}
