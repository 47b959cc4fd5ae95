public import EmissionsModel

/// A single value of the model; those that are frequent can be compared without asking what they are.
public enum ModelValue: Sendable {
    case text(String)
    case decimal(ExactDecimal)
    case timestamp(Timestamp)
    case emissions(Emissions)
    case other(any Hashable & Sendable)

    /// The value itself.
    public var any: any Hashable {
        switch self {
        case .text(let value): value
        case .decimal(let value): value
        case .timestamp(let value): value
        case .emissions(let value): value
        case .other(let value): value
        }
    }

    /// Which of the cases values of a type are.
    enum Kind: Sendable {
        case text, decimal, timestamp, other

        init(of type: Any.Type) {
            switch ObjectIdentifier(type) {
            case ObjectIdentifier(String.self): self = .text
            case ObjectIdentifier(ExactDecimal.self): self = .decimal
            case ObjectIdentifier(Timestamp.self): self = .timestamp
            default: self = .other
            }
        }

        /// A value of the type that this was made for.
        @inline(__always)
        func value<Value: Hashable & Sendable>(_ value: Value) -> ModelValue {
            switch self {
            case .text: .text(unsafeBitCast(value, to: String.self))
            case .decimal: .decimal(unsafeBitCast(value, to: ExactDecimal.self))
            case .timestamp: .timestamp(unsafeBitCast(value, to: Timestamp.self))
            case .other: .other(value)
            }
        }
    }
}

extension ModelValue: Equatable {
    public static func == (a: ModelValue, b: ModelValue) -> Bool {
        switch (a, b) {
        case (.text(let a), .text(let b)): a == b
        case (.decimal(let a), .decimal(let b)): a == b
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.emissions(let a), .emissions(let b)): a == b
        case (.other(let a), .other(let b)): isSame(a, b)
        default: false
        }
    }

    private static func isSame<Value: Hashable>(_ a: Value, _ b: any Hashable) -> Bool { b as? Value == a }
}
