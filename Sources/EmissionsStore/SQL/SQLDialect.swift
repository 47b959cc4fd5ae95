/// Where the two databases want different words.
enum SQLDialect: Sendable {
    case sqlite, postgres

    /// `haystack, needle` → the position of the needle, from 1, or 0.
    var positionFunction: String {
        switch self {
        case .sqlite: "instr"
        case .postgres: "strpos"
        }
    }

    /// Locks the rows that a subquery chose, and passes over those that another holds. SQLite has one writer at a time.
    var skippingLocked: String {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE SKIP LOCKED"
        }
    }

    /// Locks the rows that are read until the transaction ends.
    var locking: String {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE"
        }
    }

    /// Keeps others from deleting the rows that are read until the transaction ends.
    var keeping: String {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR KEY SHARE"
        }
    }
}
