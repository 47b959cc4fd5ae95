/// How the characters of a file are written as bytes.
public enum TextEncoding: String, Sendable, Codable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "windows-1252"

    /// How many bytes of the file one byte of its UTF-8 form stands for, counted at the first byte of a scalar.
    func width(ofByte byte: UInt8) -> Int {
        switch self {
        case .utf8: 1
        case .windows1252: byte & 0xC0 == 0x80 ? 0 : 1
        case .utf16LittleEndian, .utf16BigEndian: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 4 : 2
        }
    }
}
