public import EmissionsModel

/// A single value of the model; those that are frequent can be compared without asking what they are.
public enum ModelValue: Sendable {
    case text(String)
    case decimal(ExactDecimal)
    case timestamp(Timestamp)
    case emissions(Emissions)
    case modules(ModuleRange)
    case other(any Hashable & Sendable)

    /// The value itself.
    public var any: any Hashable {
        switch self {
        case .text(let value): value
        case .decimal(let value): value
        case .timestamp(let value): value
        case .emissions(let value): value
        case .modules(let value): value
        case .other(let value): value
        }
    }

    /// Which of the cases values of a type are.
    enum Kind: Sendable {
        case text, decimal, timestamp, modules, other

        init(of type: Any.Type) {
            switch ObjectIdentifier(type) {
            case ObjectIdentifier(String.self): self = .text
            case ObjectIdentifier(ExactDecimal.self): self = .decimal
            case ObjectIdentifier(Timestamp.self): self = .timestamp
            case ObjectIdentifier(ModuleRange.self): self = .modules
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
            case .modules: .modules(unsafeBitCast(value, to: ModuleRange.self))
            case .other: .other(value)
            }
        }
    }
}

extension ModelValue: Equatable {
    public static func == (a: ModelValue, b: ModelValue) -> Bool {
        // Not of both at once, which would copy them.
        switch a {
        case .text(let a): if case .text(let b) = b { a == b } else { false }
        case .decimal(let a): if case .decimal(let b) = b { a == b } else { false }
        case .timestamp(let a): if case .timestamp(let b) = b { a == b } else { false }
        case .emissions(let a): if case .emissions(let b) = b { a == b } else { false }
        case .modules(let a): if case .modules(let b) = b { a == b } else { false }
        case .other(let a): if case .other(let b) = b { isSame(a, b) } else { false }
        }
    }

    private static func isSame<Value: Hashable>(_ a: Value, _ b: any Hashable) -> Bool { b as? Value == a }
}
