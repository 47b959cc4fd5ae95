import EmissionsModel

/// Which results a footprint has, by indicator and method, module and scenario. It is made once per footprint, and only
/// where there are results; its size follows theirs, whatever their shape.
final class ResultIndex: Sendable {
    /// What one method found for one indicator.
    struct Series: Hashable, Sendable {
        var indicator: Indicator
        var method: CharacterizationMethod?
    }

    /// What amounts are stated for.
    struct Column: Hashable, Sendable {
        var modules: ModuleRange
        var scenario: String?
    }

    /// An item of the list of a result's amounts.
    struct Cell: Hashable, Sendable {
        var result: Int
        var item: Int
    }

    /// What is known of a series as a whole.
    struct Summary: Sendable {
        var series: Series
        /// The first result of it.
        var result: Int
        /// Where it has an amount or a gap, in the order in which they are stated.
        var columns: [Int] = []
        /// Modules with an amount, by themselves or within a sum.
        var stated: ModuleSet = []
        /// Modules with a word in place of an amount.
        var gaps: ModuleSet = []
    }

    let results: [IndicatorResult]
    let summaries: [Summary]
    let columns: [Column]
    /// The second and later ones for the same, each with the first.
    let repetitions: [(cell: Cell, first: Cell)]
    /// Series and columns that have a cell, of columns that are sums over modules.
    let sums: [(series: Int, column: Int)]
    /// For each column, the first amount or gap in it.
    let firsts: [Cell]
    let methods: MethodFamilies
    private let seriesNumbers: [Series: Int]
    private let columnNumbers: [Column: Int]
    private let cells: [UInt64: Cell]

    static let empty = ResultIndex([])

    init(_ results: [IndicatorResult]) {
        var building = Building()
        for (number, result) in results.enumerated() { building.add(result, number) }
        self.results = results
        (summaries, columns, firsts) = (building.summaries, building.columns, building.firsts)
        (repetitions, methods, cells) = (building.repetitions, building.methods, building.cells)
        (seriesNumbers, columnNumbers, sums) = (building.seriesNumbers, building.columnNumbers, building.sums)
    }

    var isEmpty: Bool { results.isEmpty }

    func series(_ indicator: Indicator, by method: CharacterizationMethod?) -> Int? {
        seriesNumbers[Series(indicator: indicator, method: method)]
    }

    func column(_ modules: ModuleRange, _ scenario: String?) -> Int? {
        columnNumbers[Column(modules: modules, scenario: scenario)]
    }

    func cell(_ series: Int, _ column: Int) -> Cell? { cells[Self.key(series, column)] }

    func item(_ cell: Cell) -> ModuleAmount { results[cell.result].amounts[cell.item] }

    /// - Returns: `nil` where there is no amount, whether something says why or not.
    func amount(_ series: Int, _ column: Int) -> (amount: ExactDecimal, cell: Cell)? {
        guard let cell = cell(series, column), let amount = item(cell).amount else { return nil }
        return (amount, cell)
    }

    /// Whether any method has found something for the indicator.
    func has(_ indicator: Indicator) -> Bool { summaries.contains { $0.series.indicator == indicator } }

    private static func key(_ series: Int, _ column: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: series) << 32 | UInt64(truncatingIfNeeded: column)
    }
}

extension ResultIndex {
    private struct Building {
        var summaries: [Summary] = [], columns: [Column] = [], firsts: [Cell] = []
        var repetitions: [(cell: Cell, first: Cell)] = []
        var sums: [(series: Int, column: Int)] = [], methods: MethodFamilies = []
        var seriesNumbers: [Series: Int] = [:], columnNumbers: [Column: Int] = [:], cells: [UInt64: Cell] = [:]
        /// The columns of the result before: results mostly have the same ones, in the same order.
        private var lastColumns: [Int] = []

        mutating func add(_ result: IndicatorResult, _ number: Int) {
            guard let indicator = result.indicator else { return }
            if let method = result.method { methods.formUnion(method.family) }
            let series = series(Series(indicator: indicator, method: result.method), number)
            var theseColumns: [Int] = []
            theseColumns.reserveCapacity(result.amounts.count)
            if summaries[series].columns.isEmpty { summaries[series].columns.reserveCapacity(result.amounts.count) }
            for (index, item) in result.amounts.enumerated() {
                guard let modules = item.modules else { continue }
                let cell = Cell(result: number, item: index)
                let column = column(modules, item.scenario, at: theseColumns.count, cell)
                theseColumns.append(column)
                if item.amount != nil {
                    summaries[series].stated.formUnion(columnModules[column])
                } else {
                    summaries[series].gaps.formUnion(columnModules[column])
                }
                let key = ResultIndex.key(series, column)
                if let first = cells[key] {
                    repetitions.append((cell, first))
                } else {
                    cells[key] = cell
                    summaries[series].columns.append(column)
                    if modules.isSum { sums.append((series, column)) }
                }
            }
            lastColumns = theseColumns
        }

        private var columnModules: [ModuleSet] = []

        private mutating func series(_ series: Series, _ result: Int) -> Int {
            if let known = seriesNumbers[series] { return known }
            summaries.append(Summary(series: series, result: result))
            seriesNumbers[series] = summaries.count - 1
            return summaries.count - 1
        }

        private mutating func column(
            _ modules: ModuleRange, _ scenario: String?, at position: Int, _ cell: Cell
        ) -> Int {
            if position < lastColumns.count {
                let guess = lastColumns[position]
                if columns[guess].modules == modules, columns[guess].scenario == scenario { return guess }
            }
            let column = Column(modules: modules, scenario: scenario)
            if let known = columnNumbers[column] { return known }
            columns.append(column)
            columnModules.append(ModuleSet(modules))
            firsts.append(cell)
            columnNumbers[column] = columns.count - 1
            return columns.count - 1
        }
    }
}
