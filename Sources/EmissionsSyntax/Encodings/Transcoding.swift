/// The encoding that Windows programs of Western Europe and America save text in.
enum Windows1252 {
    /// What 0x80 to 0x9F stand for. The five that are not defined stand for control characters, as in browsers.
    private static let specials: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// `nil` for a character that the encoding does not have.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case ..<0x80, 0xA0...0xFF: UInt8(scalar.value)
        default: specials.firstIndex { UInt32($0) == scalar.value }.map { UInt8($0 + 0x80) }
        }
    }

    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        let ascii = UTF8Scan.asciiCount(bytes)
        guard ascii < bytes.count else { return bytes }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8 + 8)
        text += bytes[..<ascii]
        for byte in bytes[ascii...] {
            switch byte {
            case ..<0x80: text.append(byte)
            case 0xA0...: text.append(scalar: UInt32(byte))
            default: text.append(scalar: UInt32(specials[Int(byte) - 0x80]))
            }
        }
        return text
    }
}

/// The text of a stretch of UTF-16, as far as it could be decoded.
struct UTF16Scan {
    private(set) var text: [UInt8] = []
    /// How many bytes of the stretch are in `text`.
    private(set) var byteCount = 0
    /// Whether the next bytes may complete what follows.
    private(set) var isSplit = false

    init(_ bytes: [UInt8], isBigEndian: Bool) {
        let (high, low) = isBigEndian ? (0, 1) : (1, 0)
        text.reserveCapacity(bytes.count)
        while byteCount + 1 < bytes.count {
            let unit = UInt32(bytes[byteCount + high]) << 8 | UInt32(bytes[byteCount + low])
            guard unit & 0xF800 == 0xD800 else {
                text.append(scalar: unit)
                byteCount += 2
                continue
            }
            guard unit < 0xDC00 else { return }
            guard byteCount + 3 < bytes.count else { break }
            let next = UInt32(bytes[byteCount + 2 + high]) << 8 | UInt32(bytes[byteCount + 2 + low])
            guard next & 0xFC00 == 0xDC00 else { return }
            text.append(scalar: 0x10000 + (unit & 0x3FF) << 10 + next & 0x3FF)
            byteCount += 4
        }
        isSplit = byteCount < bytes.count
    }
}

extension [UInt8] {
    /// Appends a Unicode scalar, which must not be a surrogate, as UTF-8.
    mutating func append(scalar: UInt32) {
        switch scalar {
        case ..<0x80: append(UInt8(scalar))
        case ..<0x800:
            append(0xC0 | UInt8(scalar >> 6))
            append(0x80 | UInt8(scalar & 0x3F))
        case ..<0x10000:
            append(0xE0 | UInt8(scalar >> 12))
            append(0x80 | UInt8(scalar >> 6 & 0x3F))
            append(0x80 | UInt8(scalar & 0x3F))
        default:
            append(0xF0 | UInt8(scalar >> 18))
            append(0x80 | UInt8(scalar >> 12 & 0x3F))
            append(0x80 | UInt8(scalar >> 6 & 0x3F))
            append(0x80 | UInt8(scalar & 0x3F))
        }
    }
}
