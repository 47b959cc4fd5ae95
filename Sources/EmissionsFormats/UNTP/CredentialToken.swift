/// A JSON Web Token in its compact form, of which the payload is read. Its signature is looked at by nobody here.
enum CredentialToken {
    /// What stands before the token in the `id` of an enveloped credential.
    private static let prefixes = ["data:application/vc+jwt,", "data:application/vc-ld+jwt,", "data:application/jwt,"]

    /// The token in the `id` of an enveloped credential; `nil` where it is something else.
    static func enveloped(in identifier: String) -> Substring? {
        prefixes.first { identifier.hasPrefix($0) }.map { identifier.dropFirst($0.utf8.count) }
    }

    /// The payload's bytes; `nil` where the text is no token of three parts.
    static func payload(_ token: Substring) -> [UInt8]? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty else { return nil }
        return decoded(parts[1].utf8)
    }

    /// Reads base64 in the alphabet for URLs, without padding (RFC 7515, 2).
    private static func decoded(_ text: Substring.UTF8View) -> [UInt8]? {
        var bytes: [UInt8] = [], bits: UInt32 = 0, count = 0
        bytes.reserveCapacity(text.count * 3 / 4)
        for character in text {
            let value: UInt8
            switch character {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0") + 52
            case UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "_"): value = 63
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
                bits &= (1 << UInt32(count)) - 1
            }
        }
        // One character alone says no byte; the bits that are left over are none.
        return count < 6 && bits == 0 && !bytes.isEmpty ? bytes : nil
    }
}
