/// Names that were seen, by a fingerprint of 128 bits each, so that a million of them take little memory.
///
/// When it is full no more are taken up: a name may then be called new that is not, never the other way round.
public struct SeenNames: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var fingerprints: Set<Fingerprint> = []
    static let capacity = 500_000

    public init(arrayLiteral names: String...) { for name in names { insert(name) } }

    /// Whether names were left out because it is full.
    public private(set) var isFull = false

    /// A name keeps the mark that it was first inserted with.
    public mutating func insert(_ name: String, isMarked: Bool = false) {
        var fingerprint = Fingerprint(of: name)
        fingerprint.isMarked = isMarked
        insert(fingerprint)
    }

    mutating func insert(_ fingerprint: Fingerprint) {
        if fingerprints.count < Self.capacity { fingerprints.insert(fingerprint) } else { isFull = true }
    }

    public func contains(_ name: String) -> Bool { contains(Fingerprint(of: name)) }
    func contains(_ fingerprint: Fingerprint) -> Bool { fingerprints.contains(fingerprint) }

    func containsMarked(_ name: String) -> Bool {
        guard let index = fingerprints.firstIndex(of: Fingerprint(of: name)) else { return false }
        return fingerprints[index].isMarked
    }
}

extension SeenNames {
    /// Two FNV-1a hashes with different starts, of one text or of several; the mark is no part of what it is equal to.
    struct Fingerprint: Hashable, Sendable {
        private var a: UInt64 = 0xCBF2_9CE4_8422_2325, b: UInt64 = 0x9AE1_6A3B_2F90_404F

        init() {}
        init(of name: String) { add(name) }

        var isMarked: Bool {
            get { a & 1 == 1 }
            set { a = newValue ? a | 1 : a & ~1 }
        }

        mutating func add(_ text: String) {
            for byte in text.utf8 { mix(byte) }
            separate()
        }

        mutating func add(_ number: Int64) {
            var rest = UInt64(bitPattern: number)
            for _ in 0..<8 {
                mix(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
        }

        /// Tells `ab`, `c` from `a`, `bc`: no text of UTF-8 has this byte.
        mutating func separate() { mix(0xFF) }

        private mutating func mix(_ byte: UInt8) {
            a = (a ^ UInt64(byte)) &* 0x100_0000_01B3
            b = (b ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25
        }

        static func == (one: Fingerprint, other: Fingerprint) -> Bool { one.a | 1 == other.a | 1 && one.b == other.b }

        func hash(into hasher: inout Hasher) {
            hasher.combine(a >> 1)
            hasher.combine(b ^ (b >> 31))
        }
    }
}
