/// Names that were seen, by a fingerprint of 128 bits each, so that a million of them take little memory.
///
/// When it is full no more are taken up: a name may then be called new that is not, never the other way round.
public struct SeenNames: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var fingerprints: Set<Fingerprint> = []
    /// As many as fit into a set of 2¹⁹ places; with one more it would take twice the memory.
    static let capacity = 393_216

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
    /// Two hashes with different starts, of one text or of several; the mark is no part of what it is equal to.
    struct Fingerprint: Hashable, Sendable {
        private var a: UInt64 = 0xCBF2_9CE4_8422_2325, b: UInt64 = 0x9AE1_6A3B_2F90_404F

        init() {}
        init(of name: String) { add(name) }

        var isMarked: Bool {
            get { a & 1 == 1 }
            set { a = newValue ? a | 1 : a & ~1 }
        }

        /// The length goes in too, which tells `ab`, `c` from `a`, `bc`.
        mutating func add(_ text: String) {
            if text.utf8.withContiguousStorageIfAvailable({ add($0) }) == nil {
                Array(text.utf8).withUnsafeBufferPointer { add($0) }
            }
        }

        mutating func add(_ number: Int64) { mix(UInt64(bitPattern: number)) }

        private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
            let raw = UnsafeRawBufferPointer(bytes)
            var index = 0
            while index + 8 <= raw.count {
                mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                index += 8
            }
            var rest: UInt64 = 0
            while index < raw.count {
                rest = rest << 8 | UInt64(raw[index])
                index += 1
            }
            mix(rest)
            mix(UInt64(raw.count))
        }

        /// A multiplication carries upwards only; the shift brings what it carried down again.
        private mutating func mix(_ word: UInt64) {
            a = (a ^ word) &* 0x9E37_79B9_7F4A_7C15
            a ^= a >> 32
            b = (b ^ word) &* 0xC2B2_AE3D_27D4_EB4F
            b ^= b >> 29
        }

        static func == (one: Fingerprint, other: Fingerprint) -> Bool { one.a | 1 == other.a | 1 && one.b == other.b }

        func hash(into hasher: inout Hasher) {
            hasher.combine(a >> 1)
            hasher.combine(b)
        }
    }
}
