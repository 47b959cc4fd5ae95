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
        .ofFootprints(part) { draft, _ in
            draft.takeFootprint()
            draft.settleNames()
            draft.settleScenarios()
            draft.settleOrder()
        }
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

/// Results in the order of the columns, amounts in that of the rows.
extension FootprintDraft {
    /// The German name comes first in the table.
    fileprivate mutating func settleNames() {
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
        move(from: source.appending(main), to: other.appending("text"))
        move(from: source.appending(other).appending("text"), to: main)
        move(from: source.appending(language), to: other.appending("language"))
        move(from: source.appending(other).appending("language"), to: language)
    }

    /// Scenarios are read in the order in which rows name them.
    fileprivate mutating func settleScenarios() {
        let named = OekobaudatRows(footprint).rows.map(\.scenario)
        let scenarios = footprint.declaration.scenarios
        let order = scenarios.indices.sorted { a, b in
            (named.firstIndex(of: scenarios[a].name) ?? .max, a) < (named.firstIndex(of: scenarios[b].name) ?? .max, b)
        }
        reorder(\.declaration.scenarios, order)
    }

    fileprivate mutating func settleOrder() {
        let results = footprint.results
        let rows = OekobaudatRows(footprint)
        let order = results.indices.sorted { a, b in
            let first = results[a].amounts.map(rows.place).min() ?? .max
            let second = results[b].amounts.map(rows.place).min() ?? .max
            return (first, results[a].column ?? .max, a) < (second, results[b].column ?? .max, b)
        }
        reorderResults(order) { _, result in
            result.amounts.indices.sorted {
                (rows.place(of: result.amounts[$0]), $0) < (rows.place(of: result.amounts[$1]), $1)
            }
        }
    }
}
