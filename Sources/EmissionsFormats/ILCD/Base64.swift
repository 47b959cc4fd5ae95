/// Base 64 (RFC 4648, 4), without line breaks.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    static func encoded(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
            var count = 0
            var index = 0
            while index < bytes.count {
                let a = bytes[index], b = index + 1 < bytes.count ? bytes[index + 1] : 0
                let c = index + 2 < bytes.count ? bytes[index + 2] : 0
                text[count] = alphabet[Int(a >> 2)]
                text[count + 1] = alphabet[Int((a & 3) << 4 | b >> 4)]
                text[count + 2] = index + 1 < bytes.count ? alphabet[Int((b & 15) << 2 | c >> 6)] : 0x3D
                text[count + 3] = index + 2 < bytes.count ? alphabet[Int(c & 63)] : 0x3D
                count += 4
                index += 3
            }
            return count
        }
    }

    /// - Returns: `nil` for what is not base 64.
    static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0, count = 0, padding = 0
        for letter in text {
            if letter == 0x3D {
                padding += 1
                continue
            }
            let value = values[Int(letter)]
            guard value < 64, padding == 0 else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 1
            if count % 4 == 0 {
                bytes += [
                    UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
                    UInt8(truncatingIfNeeded: bits),
                ]
                bits = 0
            }
        }
        switch count % 4 {
        case 0: return padding == 0 ? bytes : nil
        case 2 where padding == 2: return bytes + [UInt8(truncatingIfNeeded: bits >> 4)]
        case 3 where padding == 1:
            return bytes + [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
        default: return nil
        }
    }
}
