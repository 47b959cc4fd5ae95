/// What a database keeps in one place. Truth values are 0 and 1, times are milliseconds since 1970.
enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

/// What can be put into a statement, and only as a parameter.
protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    var sqlValue: SQLValue { self }
}

extension Int: SQLConvertible {
    var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension String: SQLConvertible {
    /// The text as it comes back from the store. PostgreSQL keeps none with a zero character, so neither does SQLite.
    var kept: String { utf8.contains(0) ? String(map { $0 == "\0" ? "\u{FFFD}" : $0 }) : self }

    var sqlValue: SQLValue { .text(kept) }
}

extension [UInt8]: SQLConvertible {
    var sqlValue: SQLValue { .bytes(self) }
}

extension Optional where Wrapped: SQLConvertible {
    var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Identifier: SQLConvertible {
    var sqlValue: SQLValue { .text(description) }
}

extension Digest: SQLConvertible {
    var sqlValue: SQLValue { .text(description) }
}

extension Tenant.ID: SQLConvertible {
    var sqlValue: SQLValue { .text(description) }
}

extension Principal: SQLConvertible {
    var sqlValue: SQLValue { description.sqlValue }
}
