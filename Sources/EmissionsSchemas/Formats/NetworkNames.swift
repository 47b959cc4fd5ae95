// MARK: Hosts and addresses

extension TextFormat {
    static func isHostname(_ text: Substring) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 253 else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            let bytes = label.utf8
            guard (1...63).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-")
            else { return false }
            return bytes.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }

    static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy(\.isDigit)
                    && (part == "0" || !part.hasPrefix("0")) && (Int(part) ?? 256) < 256
            }
    }

    static func isIPv6(_ text: String) -> Bool {
        let halves = text.components(around: "::")
        guard halves.count <= 2 else { return false }
        var groups = 0
        for (index, half) in halves.enumerated() where !(half.isEmpty && halves.count == 2) {
            let parts = half.split(separator: ":", omittingEmptySubsequences: false)
            for (position, part) in parts.enumerated() {
                let isLast = index == halves.count - 1 && position == parts.count - 1
                if isLast, part.contains(".") {
                    guard isIPv4(part) else { return false }
                    groups += 2
                } else {
                    guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(\.isHexDigit) else { return false }
                    groups += 1
                }
            }
        }
        return halves.count == 2 ? groups < 8 : groups == 8
    }

    /// An address with a local part without quotes, or with them.
    static func isEmail(_ text: String) -> Bool {
        guard let at = text.lastIndex(of: "@") else { return false }
        let local = text[..<at], domain = text[text.index(after: at)...]
        guard isMailDomain(domain) else { return false }
        if local.utf8.count >= 3, local.hasPrefix("\""), local.hasSuffix("\"") {
            return local.dropFirst().dropLast().utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        }
        return local.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { $0.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    private static func isMailDomain(_ text: Substring) -> Bool {
        guard text.hasPrefix("["), text.hasSuffix("]") else { return isHostname(text) }
        let inner = text.dropFirst().dropLast()
        return inner.hasPrefix("IPv6:") ? isIPv6(String(inner.dropFirst(5))) : isIPv4(inner)
    }

    static func isUUID(_ text: String) -> Bool {
        text.utf8.count == 36
            && text.utf8.enumerated().allSatisfy { position, byte in
                [8, 13, 18, 23].contains(position) ? byte == UInt8(ascii: "-") : byte.isHexDigit
            }
    }
}

// MARK: URIs

extension TextFormat {
    /// By the characters and the parts that RFC 3986 allows.
    static func isURI(_ text: String, mayBeRelative: Bool) -> Bool {
        guard hasLegalCharacters(text) else { return false }
        let beforeFragment = text.prefix { $0 != "#" }
        if text[beforeFragment.endIndex...].dropFirst().contains("#") { return false }
        var rest = beforeFragment.prefix { $0 != "?" }
        let colon = rest.firstIndex { $0 == ":" || $0 == "/" }
        if let colon, rest[colon] == ":" {
            let scheme = rest[..<colon].utf8
            guard let first = scheme.first, first.isLetter,
                scheme.allSatisfy({ $0.isLetterOrDigit || "+-.".utf8.contains($0) })
            else { return false }
            rest = rest[rest.index(after: colon)...]
        } else if !mayBeRelative {
            return false
        }
        if rest.hasPrefix("//") {
            let authority = rest.dropFirst(2).prefix { $0 != "/" }
            rest = rest[authority.endIndex...]
            guard isAuthority(authority) else { return false }
        }
        return !rest.contains { $0 == "[" || $0 == "]" }
    }

    private static func isAuthority(_ text: Substring) -> Bool {
        let at = text.lastIndex(of: "@")
        if let at, text[..<at].contains(where: { "[]@".contains($0) }) { return false }
        var host = at.map { text[text.index(after: $0)...] } ?? text
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return false }
            let address = host[host.index(after: host.startIndex)..<end]
            guard address.hasPrefix("v") || isIPv6(String(address)) else { return false }
            host = host[host.index(after: end)...]
            guard host.isEmpty || host.hasPrefix(":") else { return false }
        }
        guard let colon = host.firstIndex(of: ":") else { return !host.contains { "[]".contains($0) } }
        return host[host.index(after: colon)...].utf8.allSatisfy(\.isDigit)
    }

    private static func hasLegalCharacters(_ text: String) -> Bool {
        var digitsDue = 0
        for byte in text.utf8 {
            if digitsDue > 0 {
                guard byte.isHexDigit else { return false }
                digitsDue -= 1
            } else if byte == UInt8(ascii: "%") {
                digitsDue = 2
            } else if !byte.isLetterOrDigit, !"-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte) {
                return false
            }
        }
        return digitsDue == 0
    }
}

// MARK: Characters

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) && self < 0x80 }
    fileprivate var isLetterOrDigit: Bool { isDigit || isLetter }
    fileprivate var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}

extension String {
    /// The parts before, between and after a separator.
    fileprivate func components(around separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
