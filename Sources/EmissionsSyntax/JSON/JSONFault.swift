import EmissionsDiagnostics

/// What is wrong with a text that is not JSON, named for what should stand there.
enum JSONFault {
    case value, valueOfMember, firstValue, valueAfterComma
    case member, memberAfterComma, colon, commaOrBrace, commaOrBracket
    case digit, leadingZero, literal
    case controlCharacter, escape, hexDigit, loneSurrogate
    case lineBreakOrEnd

    var code: Diagnostic.Code {
        switch self {
        case .loneSurrogate: "SYN-004"
        default: "SYN-001"
        }
    }
}

/// A limit that one record can exceed.
enum JSONLimit {
    case depth, tokenBytes, recordBytes, recordValues
}

/// What an unfinished file ends in.
enum JSONUnfinished {
    case nothing
    case string(line: Int), token, object(line: Int), array(line: Int)
}

// MARK: Wording

extension JSONFault {
    /// Says what was `found`, a character or word, and what was expected.
    func message(found: String) -> Diagnostic.Message {
        switch self {
        case .value: "found \(found), expected a JSON value"
        case .valueOfMember: "found \(found) after a colon, expected a value"
        case .firstValue: "found \(found) at the beginning of an array, expected a value or ']'"
        case .valueAfterComma: "found \(found) after a comma, expected another value"
        case .member: "found \(found) at the beginning of an object, expected a name in double quotes or '}'"
        case .memberAfterComma: "found \(found) after a comma, expected another member"
        case .colon: "found \(found) after the name of a member, expected ':'"
        case .commaOrBrace: "found \(found) after a member, expected ',' or '}'"
        case .commaOrBracket: "found \(found) after a value, expected ',' or ']'"
        case .digit: "found \(found) in a number, expected a digit"
        case .leadingZero: "found \(found) after a leading zero, expected no more digits before the decimal point"
        case .literal: "found \(found), expected true, false, null or another value"
        case .controlCharacter: "found \(found) inside of a string, where it must be escaped"
        case .escape: "found \(found) after a backslash, expected one of \" \\ / b f n r t u"
        case .hexDigit: "found \(found) after \\u, expected four hexadecimal digits"
        case .loneSurrogate: "found one half of a surrogate pair without the other, written as \(found)"
        case .lineBreakOrEnd: "found \(found) after the end of the value, expected a line break or the end of the file"
        }
    }

    /// Says what to do about what begins with `byte`.
    func help(byte: UInt8) -> String {
        switch (self, byte) {
        case (.controlCharacter, _): return "Write a line break as \\n, a tab as \\t, or close the string before it."
        case (.escape, _): return "Write a backslash in a text as \\\\."
        case (.hexDigit, _): return "Write \\u and four hexadecimal digits, such as \\u00e9."
        case (.loneSurrogate, _): return "Write the character itself in UTF-8, or both halves as \\u escapes."
        case (.leadingZero, _): return "Leave out the leading zero, or send the value as a string if it is a code."
        case (.digit, _): return "Write numbers like 12, -0.5 or 1.2e-3."
        case (.lineBreakOrEnd, _):
            return "Send one JSON value, or several with each on a line of its own."
        case (.memberAfterComma, UInt8(ascii: "}")), (.valueAfterComma, UInt8(ascii: "]")):
            return "Remove the comma before it."
        case (_, UInt8(ascii: "'")): return "Use double quotes; JSON knows no others."
        case (_, UInt8(ascii: "/")), (_, UInt8(ascii: "#")): return "Remove comments; JSON has none."
        case (_, UInt8(ascii: "+")), (_, UInt8(ascii: ".")): return "Begin a number with a digit or a minus sign."
        case (.literal, _), (.value, _), (.valueOfMember, _), (.firstValue, _), (.valueAfterComma, _):
            return "Write texts in double quotes, and true, false and null in lower case; leave out what is not known."
        case (.member, _), (.memberAfterComma, _): return "Write the name of a member in double quotes."
        case (.colon, _): return "Put a colon between the name and the value of a member."
        case (.commaOrBrace, _), (.commaOrBracket, _):
            return "Look for a missing comma, bracket or quotation mark here."
        }
    }
}

extension JSONLimit {
    func diagnostic(_ limits: Limits) -> Diagnostic {
        switch self {
        case .depth:
            Diagnostic(
                "LIM-002", .error, "values are nested more than \(limits.depth) levels deep, the limit depth",
                help: "Nest less deeply, or have the limit raised.")
        case .tokenBytes:
            Diagnostic(
                "LIM-003", .error,
                "a name, number or text is longer than \(limits.tokenBytes) bytes, the limit tokenBytes",
                help: "Send a shorter one, or have the limit raised.")
        case .recordBytes:
            Diagnostic(
                "LIM-004", .error, "a record is bigger than \(limits.recordBytes) bytes, the limit recordBytes",
                help: "Send smaller records, or have the limit raised.")
        case .recordValues:
            Diagnostic(
                "LIM-005", .error,
                "a record has more than \(limits.recordValues) values, the limit recordValues",
                help: "Send smaller records, or have the limit raised.")
        }
    }
}

extension JSONUnfinished {
    var message: Diagnostic.Message {
        switch self {
        case .nothing: "the file is empty, expected a JSON value"
        case .token: "the file ends inside of a value"
        case .string(let line): "the file ends inside of a string that began at line \(line)"
        case .object(let line): "the file ends inside of an object that began at line \(line)"
        case .array(let line): "the file ends inside of an array that began at line \(line)"
        }
    }
}

// MARK: Errors

extension JSONText {
    /// The error for what stands at `position`.
    mutating func malformed(_ fault: JSONFault, at position: Int) -> SyntaxError {
        // So that a word or an escape is there as a whole.
        _ = spot(at: position, length: 1)
        let found = found(at: position, isWord: fault != .digit && fault != .hexDigit)
        let spot = spot(at: position, length: found.length)
        return SyntaxError(
            .malformed,
            Diagnostic(
                fault.code, .error, fault.message(found: found.words), help: fault.help(byte: bytes[position]),
                location: spot.location, excerpt: spot.excerpt))
    }

    /// The error for a file that ends too early.
    mutating func unfinished(_ unfinished: JSONUnfinished) -> SyntaxError {
        let spot = spot(at: bytes.count, length: 0)
        return SyntaxError(
            .malformed,
            Diagnostic(
                "SYN-001", .error, unfinished.message, help: "Send the whole file.", location: spot.location,
                excerpt: spot.excerpt))
    }

    /// The error for what begins at `position` and is too much.
    mutating func exceeded(_ limit: JSONLimit, _ limits: Limits, at position: Int) -> SyntaxError {
        let spot = spot(at: position, length: 1)
        var diagnostic = limit.diagnostic(limits)
        diagnostic.location = spot.location
        diagnostic.excerpt = spot.excerpt
        return SyntaxError(.limit, diagnostic)
    }

    /// What stands at `position`: a character or a word in quotes, or a name for what can't be seen.
    private func found(at position: Int, isWord: Bool) -> (words: String, length: Int) {
        let rest = bytes[position...]
        switch bytes[position] {
        case 0x0A, 0x0D: return ("a line break", 1)
        case 0x09: return ("a tab", 1)
        case let byte where byte < 0x20 || byte == 0x7F:
            return ("control character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))", 1)
        case let byte where isWord && byte.isLetter:
            let word = rest.prefix(40).prefix { $0.isLetter }
            return ("'\(String(decoding: word, as: UTF8.self))'", word.count)
        case UInt8(ascii: "\\"):
            let escape = rest.prefix(6).prefix { $0 >= 0x20 && $0 < 0x7F }
            return ("'\(String(decoding: escape, as: UTF8.self))'", escape.count)
        default:
            let length = 1 + rest.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
            return ("'\(String(decoding: rest.prefix(length), as: UTF8.self))'", length)
        }
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
}
