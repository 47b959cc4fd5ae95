/// The syntax of names that identifiers are written in.
extension String {
    /// Whether it is a uniform resource name (RFC 8141): `urn:`, a namespace and a name in it.
    var isURN: Bool {
        utf8.withContiguousStorageIfAvailable(Self.isURN) ?? Array(utf8).withUnsafeBufferPointer(Self.isURN)
    }

    /// Whether, behind a prefix, it is 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
    func isUUID(after prefix: Int = 0) -> Bool {
        utf8.withContiguousStorageIfAvailable { Self.isUUID($0, from: prefix) }
            ?? Array(utf8).withUnsafeBufferPointer { Self.isUUID($0, from: prefix) }
    }

    private static func isURN(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > 4, bytes[0] | 0x20 == UInt8(ascii: "u"), bytes[1] | 0x20 == UInt8(ascii: "r"),
            bytes[2] | 0x20 == UInt8(ascii: "n"), bytes[3] == UInt8(ascii: ":")
        else { return false }
        var index = 4
        while index < bytes.count, bytes[index].isASCIIAlphanumeric || bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard (2...32).contains(index - 4), index < bytes.count - 1, bytes[index] == UInt8(ascii: ":"),
            bytes[4].isASCIIAlphanumeric, bytes[index - 1].isASCIIAlphanumeric
        else { return false }
        index += 1
        while index < bytes.count, bytes[index].isNameCharacter { index += 1 }
        return index == bytes.count
    }

    private static func isUUID(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        guard bytes.count == start + 36 else { return false }
        for index in 0..<36 {
            let byte = bytes[start + index]
            switch index {
            case 8, 13, 18, 23: if byte != UInt8(ascii: "-") { return false }
            default: if !byte.isHexadecimal { return false }
            }
        }
        return true
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
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: self > 0x20 && self < 0x7F
        }
    }
}
