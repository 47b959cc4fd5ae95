/// The syntax of names that identifiers are written in.
extension String {
    /// Whether it is a uniform resource name (RFC 8141): `urn:`, a namespace and a name in it.
    var isURN: Bool {
        let parts = utf8.split(separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 3, zip(parts[0], "urn".utf8).allSatisfy({ $0 | 0x20 == $1 }),
            (2...32).contains(parts[1].count), let first = parts[1].first, let last = parts[1].last,
            first.isASCIIAlphanumeric, last.isASCIIAlphanumeric,
            parts[1].allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") })
        else { return false }
        return !parts[2].isEmpty && parts[2].allSatisfy { $0.isNameCharacter }
    }
}

extension Collection<UInt8> {
    /// Whether it is 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    var isUUID: Bool {
        guard count == 36 else { return false }
        return enumerated().allSatisfy { index, byte in
            [8, 13, 18, 23].contains(index) ? byte == UInt8(ascii: "-") : byte.isHexadecimal
        }
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { self &- 0x30 <= 9 }
    var isASCIICapital: Bool { self &- 0x41 <= 25 }
    var isASCIIAlphanumeric: Bool { isASCIIDigit || (self | 0x20) &- 0x61 <= 25 }
    fileprivate var isHexadecimal: Bool { isASCIIDigit || (self | 0x20) &- 0x61 <= 5 }
    /// Visible ASCII but the characters that URIs leave out.
    fileprivate var isNameCharacter: Bool {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), 0x7B...0x7D:
            false
        default: self > 0x20 && self < 0x7F
        }
    }
}
