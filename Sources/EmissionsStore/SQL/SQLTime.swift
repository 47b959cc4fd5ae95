import Foundation

/// Times are kept in milliseconds, in both databases alike.
extension Date: SQLConvertible {
    var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded(.down)) }

    init(milliseconds: Int) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// The time as it comes back from the store.
    var kept: Date { Date(milliseconds: milliseconds) }

    var sqlValue: SQLValue { milliseconds.sqlValue }
}
