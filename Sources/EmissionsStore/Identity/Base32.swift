/// Bytes as digits and lower-case letters that can't be mistaken for each other, as Crockford chose them.
enum Base32 {
    static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func length(of size: Int) -> Int { (size * 8 + 4) / 5 }

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { text.append(digits[Int(buffer << (5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
