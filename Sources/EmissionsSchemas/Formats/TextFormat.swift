/// A form of texts that JSON Schema has a name for.
enum TextFormat: String, Sendable, CaseIterable {
    case dateTime = "date-time"
    case date, time, duration, email, hostname, ipv4, ipv6, uri
    case uriReference = "uri-reference"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    init?(named name: String) { self.init(rawValue: name) }

    func allows(_ text: String) -> Bool {
        var scanner = TextScanner(text)
        return switch self {
        case .dateTime: scanner.takeDate() && scanner.takeAny("Tt") && scanner.takeTime() && scanner.isAtEnd
        case .date: scanner.takeDate() && scanner.isAtEnd
        case .time: scanner.takeTime() && scanner.isAtEnd
        case .duration: scanner.isDuration()
        case .email: Self.isEmail(text)
        case .hostname: Self.isHostname(text[...])
        case .ipv4: Self.isIPv4(text[...])
        case .ipv6: Self.isIPv6(text)
        case .uri: Self.isURI(text, mayBeRelative: false)
        case .uriReference: Self.isURI(text, mayBeRelative: true)
        case .uuid: Self.isUUID(text)
        case .jsonPointer: text.isEmpty || (text.hasPrefix("/") && Self.isPointer(text[...]))
        case .relativeJSONPointer: Self.isRelativePointer(text)
        case .regex: Self.isPattern(text)
        }
    }

    /// What it is, in a sentence.
    var description: String {
        switch self {
        case .dateTime: "a date and a time with an offset (RFC 3339)"
        case .date: "a date (RFC 3339)"
        case .time: "a time with an offset (RFC 3339)"
        case .duration: "a duration (ISO 8601)"
        case .email: "an e-mail address"
        case .hostname: "the name of a host"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "a URI with its scheme"
        case .uriReference: "a URI, or a reference relative to one"
        case .uuid: "a UUID"
        case .jsonPointer: "a JSON Pointer"
        case .relativeJSONPointer: "a relative JSON Pointer"
        case .regex: "a regular expression"
        }
    }

    var example: String {
        switch self {
        case .dateTime: "2026-01-31T00:00:00Z"
        case .date: "2026-01-31"
        case .time: "14:30:00Z"
        case .duration: "P1Y6M"
        case .email: "carbon@example.com"
        case .hostname: "www.example.com"
        case .ipv4: "192.0.2.1"
        case .ipv6: "2001:db8::1"
        case .uri: "https://example.com/product/1"
        case .uriReference: "product/1"
        case .uuid: "91715e5e-fd0b-4d1c-8fab-76290c46e6ed"
        case .jsonPointer: "/pcf/declaredUnitAmount"
        case .relativeJSONPointer: "1/declaredUnitAmount"
        case .regex: "^[0-9]+$"
        }
    }
}

// MARK: Pointers and patterns

extension TextFormat {
    /// Whether each `~` is followed by 0 or 1.
    private static func isPointer(_ text: Substring) -> Bool {
        var isEscape = false
        for byte in text.utf8 {
            if isEscape, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
            isEscape = byte == UInt8(ascii: "~")
        }
        return !isEscape
    }

    private static func isRelativePointer(_ text: String) -> Bool {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits == "0" || digits.first != "0" else { return false }
        let rest = text[digits.endIndex...]
        return rest.isEmpty || rest == "#" || (rest.hasPrefix("/") && isPointer(rest))
    }

    /// Patterns that are not supported are none of ours to judge.
    private static func isPattern(_ text: String) -> Bool {
        do throws(PatternError) {
            _ = try Pattern(text)
            return true
        } catch { return error.kind != .malformed }
    }
}
