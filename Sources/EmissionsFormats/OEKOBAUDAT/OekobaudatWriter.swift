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
            var crosswalk = DeclarationCrosswalk(footprint, at: source)
            crosswalk.takeFootprint()
            let moves = crosswalk.moves
            adaptation.parts.append(
                .init(
                    part: .footprint(crosswalk.footprint),
                    moves: moves.isEmpty && source.steps.isEmpty ? [] : moves + [.init(from: source, to: FieldPath())]))
            adaptation.restatements += crosswalk.restatements
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

    /// Amounts by module and scenario, in the order in which these first occur.
    private struct Table {
        struct Key: Hashable {
            var modules: ModuleRange?
            var scenario: String?
        }
        private(set) var rows: [[(NodeName, String)]] = []

        init(_ footprint: ProductFootprint) {
            var order: [Key: Int] = [:]
            for result in footprint.results {
                guard let column = OekobaudatColumns.results.first(where: { $0.says(result) }) else { continue }
                for amount in result.amounts {
                    guard let text = amount.amount.flatMap(Spelling<ExactDecimal>.germanDecimal.print) ?? amount.word
                    else { continue }
                    let key = Key(modules: amount.modules, scenario: amount.scenario)
                    if order[key] == nil {
                        order[key] = rows.count
                        rows.append(Self.opening(key, footprint.declaration.scenarios))
                    }
                    let row = order[key]!
                    if !rows[row].contains(where: { $0.0 == column.name }) { rows[row].append((column.name, text)) }
                }
            }
            if rows.isEmpty { rows.append([]) }
        }

        private static func opening(_ key: Key, _ scenarios: [Scenario]) -> [(NodeName, String)] {
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

extension ModuleAmount {
    /// What stands where an amount would; an empty cell says nothing at all.
    fileprivate var word: String? { gap.flatMap { $0 == .empty ? nil : $0.rawValue } }
}

extension OekobaudatColumns.Result {
    /// Whether a result belongs in this column.
    fileprivate func says(_ result: IndicatorResult) -> Bool {
        guard result.indicator == indicator, result.unit == unit else { return false }
        guard let method else { return true }
        return method == .ef3 ? result.method?.isEnvironmentalFootprint == true : result.method == method
    }
}
