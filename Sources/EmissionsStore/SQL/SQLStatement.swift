/// A statement whose interpolated values are bound, never pasted: `"SELECT name FROM tenants WHERE id = \(id)"`.
struct SQLStatement: ExpressibleByStringInterpolation, Sendable {
    /// The text between the values; one piece more than values.
    private(set) var pieces: [String]
    private(set) var values: [SQLValue]

    init(stringLiteral text: String) {
        pieces = [text]
        values = []
    }

    init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
        values = stringInterpolation.values
    }

    /// With `?` in the place of each value.
    var questionMarked: String { pieces.joined(separator: "?") }

    /// With `$1`, `$2`, … in the places of the values.
    var numbered: String {
        pieces.dropFirst().enumerated().reduce(into: pieces[0]) { $0 += "$\($1.offset + 1)" + $1.element }
    }

    static func + (one: SQLStatement, other: SQLStatement) -> SQLStatement { "\(one)\(other)" }

    struct StringInterpolation: StringInterpolationProtocol {
        var pieces = [""]
        var values: [SQLValue] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ text: String) { pieces[pieces.count - 1] += text }

        mutating func appendInterpolation(_ value: some SQLConvertible) {
            values.append(value.sqlValue)
            pieces.append("")
        }

        mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            values.append(value.sqlValue)
            pieces.append("")
        }

        mutating func appendInterpolation(_ statement: SQLStatement) {
            pieces[pieces.count - 1] += statement.pieces[0]
            pieces += statement.pieces.dropFirst()
            values += statement.values
        }

        /// Words of ours, such as a list of columns.
        mutating func appendInterpolation(words: String) { appendLiteral(words) }
    }
}
