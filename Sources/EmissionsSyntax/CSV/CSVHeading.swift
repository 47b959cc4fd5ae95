/// Where the names of a table's columns stand.
public enum CSVHeading: Hashable, Sendable {
    /// In this row of the file, counted from 1. What stands above it is handed out first, as a record of the stream
    /// ``preamble``.
    case row(Int)
    /// Nowhere: columns are called by their letters.
    case none

    public static let preamble = "preamble"

    var rowsAbove: Int {
        switch self {
        case .row(let number): number - 1
        case .none: 0
        }
    }
}
