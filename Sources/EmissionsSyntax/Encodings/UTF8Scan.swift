/// How much of a stretch of bytes is valid UTF-8.
struct UTF8Scan {
    /// Bytes before the first sequence that is not valid; all of them if there is none.
    let validCount: Int
    /// Whether what follows the valid bytes is the beginning of a sequence that the next bytes may complete.
    let isSplit: Bool

    init(_ bytes: [UInt8]) {
        (validCount, isSplit) = bytes.withUnsafeBytes { bytes in
            var index = 0
            while true {
                index = Self.skipASCII(bytes, from: index)
                guard index < bytes.count else { return (index, false) }
                switch Self.sequence(bytes, at: index) {
                case .valid(let length): index += length
                case .split: return (index, true)
                case .invalid: return (index, false)
                }
            }
        }
    }

    /// The number of bytes before the first one beyond ASCII.
    static func asciiCount(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBytes { skipASCII($0, from: 0) } }

    /// The index of the first byte from `start` on that is beyond ASCII.
    private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index &+ 8 <= bytes.count {
            let high = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) & highBits
            if high != 0 { return index &+ high.trailingZeroBitCount >> 3 }
            index &+= 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index &+= 1 }
        return index
    }

    private enum Sequence { case valid(Int), split, invalid }

    /// What begins at `index`, after table 3-7 of the Unicode Standard.
    @inline(__always)
    private static func sequence(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Sequence {
        let first = bytes[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: return .invalid
        }
        guard index &+ 1 < bytes.count else { return .split }
        guard second.contains(bytes[index &+ 1]) else { return .invalid }
        var offset = 2
        while offset < length {
            guard index &+ offset < bytes.count else { return .split }
            guard bytes[index &+ offset] & 0xC0 == 0x80 else { return .invalid }
            offset &+= 1
        }
        return .valid(length)
    }
}

/// The highest bit of each of eight bytes.
let highBits: UInt64 = 0x8080_8080_8080_8080
