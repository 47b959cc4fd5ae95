extension TextEncoding {
    /// Text as bytes of a file in this encoding; `nil` where the encoding has no way to say it.
    package func encoded(_ text: some Collection<UInt8>) -> [UInt8]? {
        switch self {
        case .utf8: return Array(text)
        case .windows1252:
            var bytes: [UInt8] = []
            for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
                guard let byte = Windows1252.byte(of: scalar) else { return nil }
                bytes.append(byte)
            }
            return bytes
        case .utf16LittleEndian, .utf16BigEndian:
            return String(decoding: text, as: UTF8.self).utf16.flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return self == .utf16BigEndian ? [high, low] : [low, high]
            }
        }
    }
}
