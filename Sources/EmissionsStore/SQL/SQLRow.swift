import Foundation

/// A row of an answer, read column by column from the left.
struct SQLRow {
    private let values: [SQLValue]
    private var position = 0

    init(_ values: [SQLValue]) { self.values = values }

    mutating func integer() throws(StoreError) -> Int {
        guard let value = try optionalInteger() else { throw Self.unexpected }
        return value
    }

    mutating func optionalInteger() throws(StoreError) -> Int? {
        switch next() {
        case .null: nil
        case .integer(let value): Int(value)
        case .text, .bytes: throw Self.unexpected
        }
    }

    mutating func text() throws(StoreError) -> String {
        guard let value = try optionalText() else { throw Self.unexpected }
        return value
    }

    mutating func optionalText() throws(StoreError) -> String? {
        switch next() {
        case .null: nil
        case .text(let value): value
        case .integer, .bytes: throw Self.unexpected
        }
    }

    mutating func bytes() throws(StoreError) -> [UInt8] {
        guard let value = try optionalBytes() else { throw Self.unexpected }
        return value
    }

    mutating func optionalBytes() throws(StoreError) -> [UInt8]? {
        switch next() {
        case .null: nil
        case .bytes(let value): value
        case .integer, .text: throw Self.unexpected
        }
    }

    mutating func date() throws(StoreError) -> Date { Date(milliseconds: try integer()) }
    mutating func optionalDate() throws(StoreError) -> Date? { try optionalInteger().map(Date.init(milliseconds:)) }

    /// A value that is kept as text and understood by an initializer that may refuse it.
    mutating func value<Value>(_ make: (String) -> Value?) throws(StoreError) -> Value {
        guard let value = make(try text()) else { throw Self.unexpected }
        return value
    }

    mutating func optionalValue<Value>(_ make: (String) -> Value?) throws(StoreError) -> Value? {
        guard let text = try optionalText() else { return nil }
        guard let value = make(text) else { throw Self.unexpected }
        return value
    }

    private mutating func next() -> SQLValue {
        defer { position += 1 }
        return position < values.count ? values[position] : .null
    }

    private static let unexpected = StoreError.damaged(
        "the database holds a value of a kind that was not written there")
}
