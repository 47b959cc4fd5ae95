/// How JSON spells a value.
enum JSONSpelling {
    /// - Returns: `nil` where the text is no number and no truth value that JSON has, and is to be one.
    static func written(_ text: String, asText: Bool) -> [UInt8]? {
        if asText {
            var quoted: [UInt8] = []
            var text = text
            text.withUTF8 { JSONPrinter.quote($0, into: &quoted) }
            return quoted
        }
        return text == "true" || text == "false" || isNumber(Array(text.utf8)) ? Array(text.utf8) : nil
    }

    /// RFC 8259, section 6.
    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        func digits() -> Int {
            let count = rest.prefix { $0 &- 0x30 <= 9 }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let leads = rest.first == UInt8(ascii: "0")
        let integer = digits()
        guard integer > 0, !leads || integer == 1 else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}

/// How XML spells the text of an element or an attribute.
enum XMLSpelling {
    static func written(_ text: String) -> [UInt8] {
        text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            case UInt8(ascii: "<"): Array("&lt;".utf8)
            case UInt8(ascii: ">"): Array("&gt;".utf8)
            case UInt8(ascii: "\""): Array("&quot;".utf8)
            case UInt8(ascii: "'"): Array("&apos;".utf8)
            default: [byte]
            }
        }
    }

    /// A value with the white space around it.
    static func stretchWithSpace(_ stretch: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var start = stretch.lowerBound, end = stretch.upperBound
        while start > 0, bytes[start - 1].isXMLSpace { start -= 1 }
        while end < bytes.count, bytes[end].isXMLSpace { end += 1 }
        return start..<end
    }
}

/// How a cell of a table spells its text.
enum CSVSpelling {
    /// In quotes where the cell has them now, or where the text would be read differently without them, whatever the
    /// separator is.
    static func written(_ text: String, inPlaceOf cell: ArraySlice<UInt8>) -> [UInt8] {
        let needsQuotes =
            text.isEmpty || text.first == " " || text.last == " " || text.utf8.contains { separators.contains($0) }
        guard needsQuotes || isQuoted(cell) else { return Array(text.utf8) }
        let doubled = text.utf8.flatMap { $0 == .quote ? [.quote, .quote] : [$0] }
        return [.quote] + doubled + [.quote]
    }

    /// What is between the quotes of a cell, or all of one that has none.
    static func content(of cell: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        isQuoted(bytes[cell]) ? cell.dropFirst().dropLast() : cell
    }

    private static func isQuoted(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.count >= 2 && cell.first == .quote && cell.last == .quote
    }

    private static let separators = Set("\",;\t|\r\n".utf8)
}
