import FoundationEssentials

/// What a token or a key set says, as JSON has it.
enum ClaimValue: Decodable, Sendable {
    case text(String), number(Double), list([ClaimValue]), record([String: ClaimValue]), other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = Self.value(try container.decode(String.self)) {
            self = .text(text)
        } else if let number = Self.value(try container.decode(Double.self)) {
            self = .number(number)
        } else if let list = Self.value(try container.decode([ClaimValue].self)) {
            self = .list(list)
        } else if let record = Self.value(try container.decode([String: ClaimValue].self)) {
            self = .record(record)
        } else {
            self = .other
        }
    }

    /// Nothing unless the bytes are one JSON value.
    init?(_ bytes: [UInt8]) {
        do { self = try JSONDecoder().decode(ClaimValue.self, from: Data(bytes)) } catch { return nil }
    }

    private static func value<Value>(_ decode: @autoclosure () throws -> Value) -> Value? {
        do { return try decode() } catch { return nil }
    }

    subscript(name: String) -> ClaimValue? {
        if case .record(let members) = self { members[name] } else { nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }

    /// The texts of a list, or one text.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .list(let list): list.compactMap(\.text)
        default: []
        }
    }
}
