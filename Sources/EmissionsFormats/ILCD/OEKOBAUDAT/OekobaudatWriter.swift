import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Writes a row for each module and scenario that has results.
enum OekobaudatWriter {
    static let columnLine: Written = {
        var bytes: [UInt8] = []
        CSVPrinter.row(
            OekobaudatColumns.all.map(\.description), separator: UInt8(ascii: ";"), into: &bytes)
        return Written(bytes: bytes)
    }()

    static func adapt(_ part: SubmissionPart) -> Adaptation {
        switch part {
        case .header: return .unchanged(part)
        case .footprint(let footprint): return adapt([(footprint, FieldPath())])
        case .good(let good):
            let list = FieldPath(\ImportedGood.footprints)
            return adapt(good.footprints.enumerated().map { ($1, list.appending(.index($0))) })
        }
    }

    private static func adapt(_ footprints: [(ProductFootprint, FieldPath)]) -> Adaptation {
        var adaptation = Adaptation([])
        for (footprint, source) in footprints {
            var draft = OekobaudatDraft(footprint, at: source)
            draft.settleNames()
            draft.settleScenarios()
            draft.settleOrder()
            adaptation.parts.append(.init(part: .footprint(draft.footprint), moves: draft.allMoves))
            adaptation.restatements += draft.restatements
            adaptation.findings += draft.findings
        }
        return adaptation
    }

    static func write(_ part: SubmissionPart) -> Written {
        guard case .footprint(let footprint) = part else { return Written() }
        let table = Table(footprint)
        var written = Written()
        var log = WriteLog(.csv)
        for row in table.rows {
            log.restart()
            let root = log.tree.append(.record)
            OekobaudatColumns.declaration.write(footprint, under: root, to: &log)
            for (name, text) in row { log.tree.append(.text, named: name.description, text: text, under: root) }
            _ = CSVPrinter.row(
                root, of: log.tree, columns: OekobaudatColumns.all, separator: UInt8(ascii: ";"), into: &written.bytes)
            if written.problems.isEmpty { written.problems = log.problems }
        }
        return written
    }

    /// Amounts by module and scenario.
    private struct Table {
        private(set) var rows: [[(NodeName, String)]] = []

        init(_ footprint: ProductFootprint) {
            let order = OekobaudatRows(footprint)
            rows = order.rows.map { Self.opening($0, footprint.declaration.scenarios) }
            for result in footprint.results {
                guard let column = result.column.map({ OekobaudatColumns.results[$0] }) else { continue }
                for amount in result.amounts {
                    guard let text = amount.amount.flatMap(Spelling<ExactDecimal>.germanDecimal.print) ?? amount.word
                    else { continue }
                    let row = order.place(of: amount)
                    if !rows[row].contains(where: { $0.0 == column.name }) { rows[row].append((column.name, text)) }
                }
            }
            if rows.isEmpty { rows.append([]) }
        }

        private static func opening(_ key: OekobaudatRow, _ scenarios: [Scenario]) -> [(NodeName, String)] {
            var cells: [(NodeName, String)] = []
            if let modules = key.modules { cells.append((OekobaudatColumns.module, modules.description)) }
            guard let name = key.scenario else { return cells }
            cells.append((OekobaudatColumns.scenario, name))
            if let text = scenarios.first(where: { $0.name == name })?.descriptions.first?.text {
                cells.append((OekobaudatColumns.scenarioDescription, text))
            }
            return cells
        }
    }
}

/// One footprint on its way into the table: results in the order of the columns, amounts in that of the rows.
private struct OekobaudatDraft {
    var footprint: ProductFootprint
    private let source: FieldPath
    private var moves: [Adaptation.Move]
    private(set) var restatements: [Restatement]
    let findings: [Diagnostic]

    init(_ footprint: ProductFootprint, at source: FieldPath) {
        var crosswalk = DeclarationCrosswalk(footprint, at: source)
        crosswalk.takeFootprint()
        (self.footprint, self.source) = (crosswalk.footprint, source)
        (moves, restatements, findings) = (crosswalk.moves, crosswalk.restatements, crosswalk.findings)
    }

    /// With where the rest went, unless everything is where it was.
    var allMoves: [Adaptation.Move] {
        moves.isEmpty && source.steps.isEmpty ? [] : moves + [.init(from: source, to: FieldPath())]
    }

    private mutating func move(_ from: FieldPath, _ to: FieldPath) {
        moves.append(.init(from: source.appending(from), to: to))
    }

    /// The German name comes first in the table.
    mutating func settleNames() {
        let isEnglish = footprint.declaration.language == nil || footprint.declaration.language == "en"
        guard isEnglish, let index = footprint.declaration.otherNames.firstIndex(where: { $0.language == "de" }),
            let name = footprint.product.name, let german = footprint.declaration.otherNames[index].text
        else { return }
        footprint.product.name = german
        footprint.declaration.language = "de"
        footprint.declaration.otherNames[index] = LocalizedText(name, language: "en")
        let other = FieldPath(\ProductFootprint.declaration.otherNames).appending(.index(index))
        let main = FieldPath(\ProductFootprint.product.name)
        let language = FieldPath(\ProductFootprint.declaration.language)
        move(main, other.appending("text"))
        move(other.appending("text"), main)
        move(language, other.appending("language"))
        move(other.appending("language"), language)
    }

    /// Scenarios are read in the order in which rows name them.
    mutating func settleScenarios() {
        let named = OekobaudatRows(footprint).rows.map(\.scenario)
        let scenarios = footprint.declaration.scenarios
        let order = scenarios.indices.sorted { a, b in
            (named.firstIndex(of: scenarios[a].name) ?? .max, a) < (named.firstIndex(of: scenarios[b].name) ?? .max, b)
        }
        guard !zip(order, scenarios.indices).allSatisfy(==) else { return }
        footprint.declaration.scenarios = order.map { scenarios[$0] }
        let list = FieldPath(\ProductFootprint.declaration.scenarios)
        for (place, index) in order.enumerated() where place != index {
            move(list.appending(.index(index)), list.appending(.index(place)))
        }
    }

    mutating func settleOrder() {
        let results = footprint.results
        let rows = OekobaudatRows(footprint)
        let order = results.indices.sorted { a, b in
            let first = results[a].amounts.map(rows.place).min() ?? .max
            let second = results[b].amounts.map(rows.place).min() ?? .max
            return (first, results[a].column ?? .max, a) < (second, results[b].column ?? .max, b)
        }
        let list = FieldPath(\ProductFootprint.results)
        var sorted: [IndicatorResult] = [], amountMoves: [Adaptation.Move] = [], resultMoves: [Adaptation.Move] = []
        for (place, index) in order.enumerated() {
            var result = results[index]
            let amounts = result.amounts.indices.sorted {
                (rows.place(of: result.amounts[$0]), $0) < (rows.place(of: result.amounts[$1]), $1)
            }
            let from = list.appending(.index(index)), to = list.appending(.index(place))
            for (new, old) in amounts.enumerated() where new != old {
                amountMoves.append(
                    .init(
                        from: from.appending("amounts").appending(.index(old)),
                        to: to.appending("amounts").appending(.index(new))))
            }
            result.amounts = amounts.map { result.amounts[$0] }
            sorted.append(result)
            if place != index { resultMoves.append(.init(from: from, to: to)) }
        }
        guard !amountMoves.isEmpty || !resultMoves.isEmpty else { return }
        footprint.results = sorted
        // What came from figures went to results that were the last, and are where they were among themselves.
        guard !moves.contains(where: { $0.to.hasPrefix(list) }) else { return }
        for each in amountMoves + resultMoves { move(each.from, each.to) }
    }
}
