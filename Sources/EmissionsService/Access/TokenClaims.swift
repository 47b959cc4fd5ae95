import JWTKit

/// What a token claims, by names of which the operator chooses some. JWTKit hands it out once the signature is right.
struct TokenClaims: JWTPayload {
    enum Value: Codable {
        case text(String), number(Double), texts([String]), other
    }

    private let values: [String: Value]

    init(from decoder: any Decoder) throws { values = try [String: Value](from: decoder) }

    func encode(to encoder: any Encoder) throws { try values.encode(to: encoder) }

    /// What the claims have to be is set by the operator; see ``TokenSettings``.
    func verify(using algorithm: some JWTAlgorithm) {}

    subscript(name: String) -> Value? { values[name] }
}

extension TokenClaims.Value {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = Self.read({ try container.decode(String.self) }) {
            self = .text(text)
        } else if let number = Self.read({ try container.decode(Double.self) }) {
            self = .number(number)
        } else if let texts = Self.read({ try container.decode([String].self) }) {
            self = .texts(texts)
        } else {
            self = .other
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .texts(let texts): try container.encode(texts)
        case .other: try container.encodeNil()
        }
    }

    private static func read<Value>(_ decode: () throws -> Value) -> Value? {
        do { return try decode() } catch { return nil }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }

    /// The texts of a list, or one text.
    var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .texts(let texts): texts
        case .number, .other: []
        }
    }
}
