import CLibXML2
import EmissionsDiagnostics

/// What libxml2 complains about, in our words and at the place where a person would look.
extension XMLTreeBuilder {
    /// Takes a complaint that came when libxml2 had read as far as `offset`, and ends the reading if it is one.
    mutating func report(_ error: xmlError, at offset: Int) {
        guard error.level.rawValue >= XML_ERR_ERROR.rawValue, error.domain != CInt(XML_FROM_IO.rawValue) else { return }
        let code = xmlParserErrors(UInt32(bitPattern: error.code))
        // The names of namespaces are compared and never looked up, so that they need not be addresses.
        if code == XML_WAR_NS_URI || code == XML_WAR_NS_URI_RELATIVE { return }
        if open.isEmpty && !isAfterRoot, let start = documentTypeOffset(), start <= offset {
            return fail(.documentType, at: start, length: 9)
        }
        let (fault, place) = fault(code, error, at: min(max(offset, text.start), text.end))
        fail(fault, at: place.lowerBound, length: max(1, place.count))
    }

    /// Stops at a document type declaration, before any of it has an effect.
    mutating func refuseDocumentType() {
        fail(.documentType, at: documentTypeOffset() ?? text.start, length: 9)
        xmlStopParser(parser)
    }

    /// Where the document type declaration begins, seen from the beginning of the text.
    private func documentTypeOffset() -> Int? {
        var rest = text.bytes[...]
        while true {
            rest = rest.drop(while: \.isXMLSpace)
            if rest.starts(with: "<!DOCTYPE".utf8) { return text.start + rest.startIndex }
            let end = rest.starts(with: "<?".utf8) ? "?>" : rest.starts(with: "<!--".utf8) ? "-->" : ""
            guard !end.isEmpty, let index = rest.dropFirst(2).firstIndex(of: end) else { return nil }
            rest = rest[(index + end.utf8.count)...]
        }
    }

    // MARK: Words and places

    private mutating func fault(
        _ code: xmlParserErrors, _ error: xmlError, at offset: Int
    ) -> (XMLFault, Range<Int>) {
        if isInDeclaration(offset) && code != XML_ERR_UNKNOWN_VERSION { return (.declaration, offset..<offset + 1) }
        switch code {
        case XML_ERR_TAG_NAME_MISMATCH: return mismatchFault(at: offset)
        case XML_ERR_COMMENT_NOT_FINISHED: return (.open("comment"), unfinished("<!--", offset))
        case XML_ERR_CDATA_NOT_FINISHED: return (.open("CDATA section"), unfinished("<![CDATA[", offset))
        case XML_ERR_PI_NOT_FINISHED: return (.open("processing instruction"), unfinished("<?", offset))
        case _ where isTextComplete && offset == text.end: return endFault(at: offset)
        case XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END: return endFault(at: offset)
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
            let place = since("&", offset)
            return (.undeclaredEntity(string(place)), place)
        case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITYREF_NO_NAME: return (.ampersand, ampersand(offset))
        case XML_ERR_NAME_REQUIRED where text.bytes(at: offset - 1).first == UInt8(ascii: "&"):
            return (.ampersand, ampersand(offset))
        case XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_CHARREF:
            let place = since("&", offset)
            return (.characterReference(string(place)), place)
        case XML_ERR_INVALID_CHAR:
            let place = since("&", offset)
            if string(place).hasPrefix("&#") && place.count < 16 { return (.characterReference(string(place)), place) }
            return characterFault(at: offset)
        case XML_ERR_NAME_REQUIRED where text.bytes(at: offset - 1).first == UInt8(ascii: "<"):
            return (.lessThan, offset - 1..<offset)
        case XML_ERR_NAME_REQUIRED:
            return (.noName(found: string(offset..<text.end)), offset..<offset + 1)
        case XML_ERR_INTERNAL_ERROR where text.bytes(at: offset).first.map { $0 < 0x20 } ?? false:
            return characterFault(at: offset)
        case XML_ERR_LT_IN_ATTRIBUTE: return (.lessThanInValue, offset..<offset + 1)
        case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
            return (
                .attributeTwice(words(error).first ?? ""), repeated(words(error).first ?? "", in: tag(before: offset))
            )
        case XML_ERR_ATTRIBUTE_NOT_STARTED: return (.unquoted, offset..<offset + 1)
        case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
            return (.noValue(words(error).first ?? ""), offset..<offset + 1)
        case XML_ERR_ATTRIBUTE_NOT_FINISHED: return (.openValue, offset..<offset + 1)
        case XML_ERR_GT_REQUIRED, XML_ERR_SPACE_REQUIRED, XML_ERR_LTSLASH_REQUIRED, XML_ERR_EQUAL_REQUIRED:
            let place = offset..<offset + 1
            return open.isEmpty && code == XML_ERR_SPACE_REQUIRED ? (.space, place) : (.brokenTag, place)
        case XML_ERR_MISPLACED_CDATA_END: return (.misplacedSectionEnd, offset..<offset + 3)
        case XML_ERR_HYPHEN_IN_COMMENT: return (.hyphens, offset..<offset + 2)
        case XML_ERR_RESERVED_XML_NAME:
            let place = since("<", offset)
            return (string(place) == "<?xml" ? .lateDeclaration : .reservedName(string(place)), place)
        case XML_ERR_UNKNOWN_VERSION: return (.version(words(error).first ?? ""), text.start..<offset)
        case XML_ERR_NAME_TOO_LONG:
            let place = tag(before: offset)
            return (.longName(string(place.prefix(60))), place)
        case XML_NS_ERR_UNDEFINED_NAMESPACE:
            let words = words(error) + ["", ""]
            return (.unboundPrefix(words[0], words[1], isAttribute: error.str3 != nil), tag(before: offset))
        case XML_NS_ERR_QNAME, XML_NS_ERR_COLON: return (.colons, tag(before: offset))
        case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_EMPTY: return (.namespace(saying(error)), tag(before: offset))
        default: return (.other(saying(error)), offset..<offset + 1)
        }
    }

    /// The end of the text where it should not be, or more of it where it should be: libxml2 has one code for both.
    private mutating func endFault(at offset: Int) -> (XMLFault, Range<Int>) {
        let rest = text.bytes(at: offset).drop(while: \.isXMLSpace)
        let place = text.start + rest.startIndex..<min(text.start + rest.startIndex + 1, text.end)
        for (opening, what) in [("<!--", "comment"), ("<?", "processing instruction"), ("<![CDATA[", "CDATA section")]
        where rest.starts(with: opening.utf8) {
            return (.open(what), place)
        }
        if let element = open.last {
            let name = xmlQualifiedName(element.prefix, element.name)
            let anchor = open.count == 1 ? rootAnchor : text.anchor(at: element.start)
            return (.truncated(name, anchor), text.end..<text.end)
        }
        if isAfterRoot { return (.extra(rootName ?? "", found: string(place.lowerBound..<text.end)), place) }
        if rest.isEmpty { return (.empty, place) }
        if rest.first != UInt8(ascii: "<") { return (.noXML(found: string(place.lowerBound..<text.end)), place) }
        return (.truncatedTag, text.end..<text.end)
    }

    private mutating func mismatchFault(at offset: Int) -> (XMLFault, Range<Int>) {
        let place = tag(before: offset)
        let found = string(place).dropFirst(2).prefix { $0 != ">" && !$0.isWhitespace }
        guard let element = open.last else { return (.brokenTag, place) }
        let anchor = open.count == 1 ? rootAnchor : text.anchor(at: element.start)
        return (.mismatch(String(found), xmlQualifiedName(element.prefix, element.name), anchor), place)
    }

    private func characterFault(at offset: Int) -> (XMLFault, Range<Int>) {
        let scalar = String(decoding: text.bytes(at: offset, count: 4), as: UTF8.self).unicodeScalars.first
        guard let scalar else { return (.other("a character that is not allowed"), offset..<offset + 1) }
        return (.character(scalar), offset..<offset + UTF8.width(scalar))
    }

    // MARK: Looking back

    private func isInDeclaration(_ offset: Int) -> Bool {
        guard open.isEmpty, !isAfterRoot, text.start == 0, text.bytes.starts(with: "<?xml ".utf8) else { return false }
        return offset <= (text.bytes.firstIndex(of: UInt8(ascii: ">")) ?? text.end)
    }

    /// The second time that an attribute is called `name` in a tag.
    private func repeated(_ name: String, in tag: Range<Int>) -> Range<Int> {
        let bytes = text.bytes(at: tag.lowerBound, count: tag.count)
        var quote: UInt8?, isSecond = false
        for index in bytes.indices.dropFirst() {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if bytes[index - 1].isXMLSpace, bytes[index...].starts(with: name.utf8) {
                let end = index + name.utf8.count
                guard end < bytes.endIndex, bytes[end].isXMLSpace || bytes[end] == UInt8(ascii: "=") else { continue }
                if isSecond { return text.start + index..<text.start + end }
                isSecond = true
            }
        }
        return tag
    }

    /// From the last `mark` to `offset`.
    private func since(_ mark: Unicode.Scalar, _ offset: Int) -> Range<Int> {
        (text.last(UInt8(ascii: mark), before: offset) ?? offset)..<offset
    }

    private func ampersand(_ offset: Int) -> Range<Int> {
        let start = since("&", offset).lowerBound
        return start..<start + 1
    }

    /// The tag that `offset` is in or behind, as far as it was read.
    private func tag(before offset: Int) -> Range<Int> { since("<", offset) }

    /// The last `opening` that was read, also if libxml2 stands at its beginning.
    private func unfinished(_ opening: String, _ offset: Int) -> Range<Int> {
        let read = text.bytes.prefix(offset + opening.utf8.count - text.start)
        guard let start = read.lastIndex(of: opening) else { return offset..<offset + 1 }
        return text.start + start..<text.start + start + opening.utf8.count
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: text.bytes(at: range.lowerBound, count: min(range.count, 60)), as: UTF8.self)
    }

    /// The names in a complaint.
    private func words(_ error: xmlError) -> [String] {
        [error.str1, error.str2, error.str3].compactMap { $0.map { String(cString: $0) } }
    }

    private func saying(_ error: xmlError) -> String {
        error.message.map { String(String(cString: $0).filter { !$0.isNewline }) } ?? "not well-formed"
    }
}

extension Collection where Element == UInt8 {
    fileprivate func firstIndex(of text: String) -> Index? {
        indices.first { self[$0...].starts(with: text.utf8) }
    }
}

extension BidirectionalCollection where Element == UInt8 {
    fileprivate func lastIndex(of text: String) -> Index? {
        indices.last { self[$0...].starts(with: text.utf8) }
    }
}
