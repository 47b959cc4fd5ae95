import EmissionsDiagnostics

/// What is wrong with a file that is not well-formed, and what to do about it.
extension XMLFault {
    static let empty = malformed("the file is empty", help: "Send the file again.")

    static func noXML(found text: String) -> XMLFault {
        malformed("the file does not begin with an XML element but with \"\(text.firstWords)\"", help: "Send XML.")
    }

    static func truncated(_ name: String, _ place: SourceWindow.Anchor) -> XMLFault {
        malformed(
            "the file ends inside <\(name)>, which was opened at \(place.words)",
            help: "The file may have been cut off: send the whole of it, up to the last end tag.")
    }

    static let truncatedTag = malformed(
        "the file ends before its first element was complete",
        help: "The file may have been cut off: send the whole of it.")

    static func open(_ what: String) -> XMLFault {
        malformed("a \(what) is not closed", help: "Close it, or send the whole file if it was cut off.")
    }

    static func extra(_ root: String, found text: String) -> XMLFault {
        malformed(
            "there is more after the end of <\(root)>: \"\(text.firstWords)\"",
            help: "A file has one outermost element: take the rest out, or put it into a file of its own.")
    }

    static func mismatch(_ found: String, _ expected: String, _ place: SourceWindow.Anchor) -> XMLFault {
        malformed(
            "</\(found)> does not close <\(expected)>, which was opened at \(place.words)",
            help: "Close <\(expected)> first, with </\(expected)>.")
    }

    static func undeclaredEntity(_ text: String) -> XMLFault {
        malformed(
            "\(text) stands for nothing: XML knows &amp; &lt; &gt; &quot; and &apos; only",
            help: "Write the character itself.")
    }

    static let ampersand = malformed("a & that does not begin a reference such as &amp;", help: "Write &amp; for &.")

    static func characterReference(_ text: String) -> XMLFault {
        malformed("\(text) does not stand for a character that XML allows", help: "Write the character itself.")
    }

    static func character(_ scalar: Unicode.Scalar) -> XMLFault {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return scalar.value < 0x20 || scalar.value >= 0xFFFE
            ? malformed("the character \(name), which XML does not allow", help: "Take it out.")
            : malformed("the character \(name) can't stand here", help: "Take it out, or check the markup before it.")
    }

    static let lessThan = malformed("a < that does not begin a tag", help: "Write &lt; for <.")

    static func noName(found text: String) -> XMLFault {
        malformed(
            "a name can't begin with \"\(text.firstWords)\"",
            help: "Begin names with a letter or _, and write markup characters in texts as &lt; and &amp;.")
    }

    static let lessThanInValue = malformed(
        "a < in the value of an attribute", help: "Write &lt; for <, or close the value with a quotation mark.")

    static func attributeTwice(_ name: String) -> XMLFault {
        malformed("the attribute \(name) is given twice in one tag", help: "Keep one of them.")
    }

    static let unquoted = malformed(
        "the value of an attribute is not in quotation marks", help: "Put it in quotation marks.")

    static func noValue(_ name: String) -> XMLFault {
        malformed("the attribute \(name) has no value", help: "Write \(name)=\"…\", or take it out.")
    }

    static let openValue = malformed(
        "the value of an attribute has no closing quotation mark", help: "Close it with the mark that opened it.")

    static let brokenTag = malformed(
        "a tag that is not complete or has something in it that can't stand there",
        help: "Write a tag as <name attribute=\"value\">, with white space between attributes, and close it with >.")

    static let space = malformed("white space is missing here", help: "Add a space.")

    static let misplacedSectionEnd = malformed("]]> stands in a text", help: "Write ]]&gt; for it.")
    static let hyphens = malformed("-- stands inside a comment", help: "Take one of the hyphens out.")

    static let lateDeclaration = malformed(
        "the XML declaration does not stand at the very beginning of the file",
        help: "Let the file begin with <?xml, with nothing before it, and have it once.")

    static func reservedName(_ text: String) -> XMLFault {
        malformed("\(text) is a name that only the XML declaration may have, as <?xml", help: "Write it in lower case.")
    }

    static let declaration = malformed(
        "the XML declaration is broken", help: "Write it as <?xml version=\"1.0\" encoding=\"UTF-8\"?>.")

    static func version(_ version: String) -> XMLFault {
        malformed("XML version \"\(version)\" is not known", help: "Write version=\"1.0\".")
    }

    static func unboundPrefix(_ prefix: String, _ name: String, isAttribute: Bool) -> XMLFault {
        malformed(
            "the prefix of \(isAttribute ? "the attribute \(prefix):\(name)" : "<\(prefix):\(name)>") stands for no namespace",
            help: "Add xmlns:\(prefix)=\"…\" to the element or to one around it, or take the prefix out.")
    }

    static let colons = malformed(
        "a name with a colon at its beginning or end, or with several", help: "Write it as prefix:name.")

    static func namespace(_ text: String) -> XMLFault {
        malformed("a namespace declaration that is not allowed: \(text)", help: "Take it out or correct it.")
    }

    /// libxml2's own words, for what is rare.
    static func other(_ text: String) -> XMLFault {
        malformed("not well-formed XML: \(text)", help: "Correct the markup at this place.")
    }
}

extension String {
    /// Enough to know it again, on one line.
    fileprivate var firstWords: String {
        let line = prefix { !$0.isNewline }
        return line.count > 24 ? line.prefix(24) + "…" : String(line)
    }
}

extension SourceWindow.Anchor {
    fileprivate var words: String { "line \(line), column \(column)" }
}
