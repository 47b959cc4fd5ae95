/// A set of identifiers in which one in the usual spelling of a UUID costs 16 bytes, not a string: half a million
/// records are one file, and memory is to be bounded by the biggest record.
public struct IdentifierSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var uuids: Set<UInt128> = []
    private var others: Set<String> = []

    public init(arrayLiteral elements: String...) { for element in elements { insert(element) } }

    public mutating func insert(_ identifier: String) {
        if let uuid = UInt128(uuid: identifier) { uuids.insert(uuid) } else { others.insert(identifier) }
    }

    /// Whether the very same spelling was inserted.
    public func contains(_ identifier: String) -> Bool {
        if let uuid = UInt128(uuid: identifier) { uuids.contains(uuid) } else { others.contains(identifier) }
    }
}

extension UInt128 {
    /// The number that 8-4-4-4-12 hexadecimal digits stand for, if they are spelled in lower case; no two of those
    /// spellings give the same.
    fileprivate init?(uuid text: String) {
        guard text.utf8.count == 36 else { return nil }
        var value: UInt128 = 0
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where [8, 13, 18, 23].contains(index): continue
            case _ where [8, 13, 18, 23].contains(index): return nil
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt128(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt128(byte - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        self = value
    }
}
