/// Some of the fields of the usability model; no more than a number, since each footprint has two of them.
public struct UsabilityFields: OptionSet, Hashable, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    public init(_ fields: UsabilityField...) { self.init(rawValue: fields.reduce(0) { $0 | 1 << UInt64($1.rawValue) }) }

    public func contains(_ field: UsabilityField) -> Bool { rawValue & 1 << UInt64(field.rawValue) != 0 }

    @inline(__always)
    mutating func insert(_ field: UsabilityField) {
        self = UsabilityFields(rawValue: rawValue | 1 << UInt64(field.rawValue))
    }

    /// Calls `body` with the number of each field.
    func forEach(_ body: (Int) -> Void) {
        var rest = rawValue
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
    }

    /// In the order of the model.
    public var list: [UsabilityField] { UsabilityField.allCases.filter(contains) }
}
