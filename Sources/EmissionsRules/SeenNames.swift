/// Names that were seen, by a fingerprint of 128 bits each, so that a million of them take little memory.
///
/// When it is full no more are taken up: a name may then be called new that is not, never the other way round.
public struct SeenNames: Sendable, ExpressibleByArrayLiteral {
    private struct Fingerprint: Hashable, Sendable { var a: UInt64, b: UInt64 }

    private var fingerprints: Set<Fingerprint> = []
    static let capacity = 500_000

    public init(arrayLiteral names: String...) { for name in names { insert(name) } }

    /// Whether names were left out because it is full.
    public private(set) var isFull = false

    public mutating func insert(_ name: String) {
        if fingerprints.count < Self.capacity { fingerprints.insert(Self.fingerprint(name)) } else { isFull = true }
    }

    public func contains(_ name: String) -> Bool { fingerprints.contains(Self.fingerprint(name)) }

    /// Two FNV-1a hashes with different starts, mixed at the end.
    private static func fingerprint(_ name: String) -> Fingerprint {
        var a: UInt64 = 0xCBF2_9CE4_8422_2325, b: UInt64 = 0x9AE1_6A3B_2F90_404F
        for byte in name.utf8 {
            a = (a ^ UInt64(byte)) &* 0x100_0000_01B3
            b = (b ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25
        }
        return Fingerprint(a: a ^ (a >> 29), b: b ^ (b >> 31))
    }
}
