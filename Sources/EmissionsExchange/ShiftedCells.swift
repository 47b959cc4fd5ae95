import EmissionsDiagnostics

/// Rows of a table with a wrong number of cells, where a quote that stands wrong has moved all cells behind it.
///
/// What is found in such cells follows from the quote: it is counted and left out, since the row itself is an error.
struct ShiftedCells {
    /// The first of the moved cells, and their row.
    private var shift: (column: Int, row: Int, cell: String)?

    /// What was found in a part, without what follows from a quote before it.
    mutating func remaining(of findings: [Diagnostic]) -> [Diagnostic] {
        note(findings)
        guard let shift else { return findings }
        let remaining = findings.filter { finding in
            guard !finding.code.description.hasPrefix("CSV-"), let place = finding.cell else { return true }
            return place.row != shift.row || place.column < shift.column
        }
        let count = findings.count - remaining.count
        return count > 0 ? remaining + [.following(count, shift.cell)] : remaining
    }

    private mutating func note(_ findings: [Diagnostic]) {
        guard let row = findings.first(where: { $0.code == "CSV-002" && $0.severity == .error })?.cell?.row else {
            return
        }
        let quotes = findings.compactMap { finding -> (column: Int, row: Int, cell: String)? in
            guard finding.code == "CSV-003" || finding.code == "CSV-006", let place = finding.cell else { return nil }
            return (place.column, place.row, place.name)
        }
        shift = quotes.filter { $0.row == row }.min { $0.column < $1.column }
    }
}

extension Diagnostic {
    fileprivate var cell: (column: Int, row: Int, name: String)? {
        guard case .cell(let name) = location?.address, let row = Int(name.drop { $0.isLetter }) else { return nil }
        let column = name.prefix { $0.isLetter }.utf8.reduce(0) { $0 &* 26 &+ Int($1) - 64 }
        return (column, row, name)
    }

    fileprivate static func following(_ count: Int, _ cell: String) -> Diagnostic {
        Diagnostic(
            "CSV-008", .note,
            "\(count) finding\(count == 1 ? "" : "s") about cells from \(cell) on \(count == 1 ? "is" : "are") left out",
            help: "Mend the quote in \(cell): the cells behind it stand in wrong columns. Then check the file again.")
    }
}
