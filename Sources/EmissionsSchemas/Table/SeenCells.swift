/// Values that were seen in rows, by a fingerprint of 128 bits each, so that a million of them take little memory.
///
/// When it is full no more are taken up: a repeat may then be missed, none is made up.
struct SeenCells {
    private struct Fingerprint: Hashable { var a: UInt64 = 0xCBF2_9CE4_8422_2325, b: UInt64 = 0x9AE1_6A3B_2F90_404F }

    private var rows: [Fingerprint: Int32] = [:]
    private let capacity: Int
    /// Whether values were left out because it is full.
    private(set) var isFull = false

    init(capacity: Int) { self.capacity = capacity }

    /// The row in which the same values were seen; else they are taken up. The key keeps values apart that have to be
    /// unique for different reasons.
    mutating func row(of values: [CellValue], key: Int, seenIn row: Int) -> Int? {
        let fingerprint = Self.fingerprint(values, key)
        if let first = rows[fingerprint] { return Int(first) }
        if rows.count < capacity { rows[fingerprint] = Int32(clamping: row) } else { isFull = true }
        return nil
    }

    /// Two FNV-1a hashes with different starts, mixed at the end.
    private static func fingerprint(_ values: [CellValue], _ key: Int) -> Fingerprint {
        var print = Fingerprint()
        func add(_ byte: UInt8) {
            print.a = (print.a ^ UInt64(byte)) &* 0x100_0000_01B3
            print.b = (print.b ^ UInt64(byte)) &* 0x9FB2_1C65_1E98_DF25
        }
        func add(_ number: Int) {
            withUnsafeBytes(of: UInt64(bitPattern: Int64(number))) { for byte in $0 { add(byte) } }
        }
        add(key)
        for value in values {
            // The count keeps `a, bc` and `ab, c` apart.
            switch value {
            case .text(let bytes):
                add(bytes.count)
                for byte in bytes { add(byte) }
            case .number(let number):
                add(number.digits.count * 2 + (number.isNegative ? 1 : 0))
                for digit in number.digits { add(digit) }
                add(number.exponent)
            case .moment(let moment):
                add(moment.seconds)
                add(moment.fraction.count)
                for digit in moment.fraction { add(digit) }
            case .truth(let isTrue): add(isTrue ? 1 : 0)
            case .infinity(let isNegative): add(isNegative ? 2 : 3)
            case .notANumber: add(4)
            }
        }
        return Fingerprint(a: print.a ^ (print.a >> 29), b: print.b ^ (print.b >> 31))
    }
}
