import CLibXML2
import EmissionsDiagnostics
import EmissionsSyntax

/// What libxml2 says against a document, taken apart.
struct XSDComplaint {
    let code: xmlParserErrors
    /// As libxml2 puts it.
    let message: String
    /// The values in it, usually that of the document and that of the schema.
    let values: [String]
    /// The local name of the element it is about: the open one, or the one around it.
    private let element: String
    /// The name of the attribute it is about, if it is about one.
    let attribute: String?

    init(_ error: xmlError) {
        code = xmlParserErrors(UInt32(bitPattern: error.code))
        message = error.message.map { String(cString: $0).split(separator: "\n").joined(separator: " ") } ?? ""
        values = [error.str1, error.str2].map { $0.map { String(cString: $0) } ?? "" }
        // Names have no quotation marks in them: `Element '{namespace}name', attribute '{namespace}name': …`.
        let parts = message.split(separator: "'", maxSplits: 4, omittingEmptySubsequences: false)
        element = parts.count > 1 ? Self.local(parts[1]) : ""
        let isAboutAttribute = parts.count > 3 && [", attribute ", ": The attribute "].contains(parts[2])
        attribute = isAboutAttribute ? Self.local(parts[3]) : nil
    }

    private static func local(_ name: Substring) -> String { name.split(separator: "}").last.map(String.init) ?? "" }

    /// The names of elements that libxml2 would have accepted, at most ten.
    var expected: [String] {
        guard let start = message.ranges(of: "( ").last?.upperBound, message.hasSuffix(" ).") else { return [] }
        return message[start...].dropLast(3).split(separator: ", ").map(Self.local)
    }

    var isAboutType: Bool {
        [
            XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
            XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3,
        ].contains(code)
    }

    /// The part of the element to point at.
    func part(isEnd: Bool) -> XMLPlace.Part {
        if let attribute { return .attribute(attribute) }
        if code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3 && !isEnd { return .text }
        guard isEnd else { return .startTag }
        return code == XML_SCHEMAV_ELEMENT_CONTENT ? .endTag : .value
    }

    /// The finding, without its place.
    func diagnostic(
        about name: String, text: String, isEnd: Bool, type: (base: String, facets: [String: String])?
    ) -> Diagnostic {
        let subject = attribute.map { "the attribute \($0) of \(name)" } ?? name
        let value = attribute == nil ? text : quotedValue ?? values[0]
        switch code {
        case XML_SCHEMAV_CVC_ELT_1, XML_SCHEMAV_CVC_WILDCARD:
            guard message.contains("wildcard") else { return .noRoot(name) }
            return attribute.map { .unexpectedAttribute($0, name) } ?? .undeclared(name)
        case XML_SCHEMAV_ELEMENT_CONTENT:
            return isEnd ? .missing(oneOf: expected, atEndOf: name) : .unexpected(name, instead: expected)
        case XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID, XML_SCHEMAV_CVC_MAXLENGTH_VALID:
            return .length(subject, values[0], values[1], lengthWord(type))
        case XML_SCHEMAV_CVC_TOTALDIGITS_VALID: return .digits(subject, value, values[1])
        case XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID: return .decimals(subject, value, values[1])
        case XML_SCHEMAV_CVC_MININCLUSIVE_VALID: return .range(subject, value, "at least", values[1])
        case XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID: return .range(subject, value, "at most", values[1])
        case XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID: return .range(subject, value, "more than", values[1])
        case XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID: return .range(subject, value, "less than", values[1])
        case XML_SCHEMAV_CVC_PATTERN_VALID: return .pattern(subject, value, values[1])
        case XML_SCHEMAV_CVC_ENUMERATION_VALID: return .enumeration(subject, value, values[1])
        case _ where isAboutType: return .type(subject, value, type?.base ?? typeName)
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: return .textBesideElements(element)
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1: return .notEmpty(element)
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, XML_SCHEMAV_CVC_TYPE_3_1_2:
            return .elementsInText(element)
        case XML_SCHEMAV_CVC_ELT_5_2_2_2_1, XML_SCHEMAV_CVC_ELT_5_2_2_2_2: return .fixed(subject, value, values[1])
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, XML_SCHEMAV_CVC_TYPE_3_1_1:
            return .unexpectedAttribute(attribute ?? "", name)
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: return .missingAttribute(attribute ?? "", name)
        case XML_SCHEMAV_CVC_IDC: return .key(fallback)
        case XML_SCHEMAV_INTERNAL: return .noVerdict(fallback)
        default: return .other(name, fallback)
        }
    }

    private func lengthWord(_ type: (base: String, facets: [String: String])?) -> String {
        let (least, most) = (type?.facets["minLength"], type?.facets["maxLength"])
        if code == XML_SCHEMAV_CVC_LENGTH_VALID || least != nil && least == most { return "must have" }
        return code == XML_SCHEMAV_CVC_MINLENGTH_VALID ? "must have at least" : "must have at most"
    }

    /// The first quoted text behind the name of the attribute.
    private var quotedValue: String? {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        return attribute != nil && parts.count > 6 && values[0].isEmpty ? String(parts[5]) : nil
    }

    /// `… is not a valid value of the atomic type 'xs:decimal'.`, or `'{namespace}name'` of one that has no built-in name.
    private var typeName: String {
        let parts = message.split(separator: "'", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return "" }
        return String(parts[parts.count - 2].split { $0 == ":" || $0 == "}" }.last ?? "")
    }

    /// libxml2's words without the name of the element, which is said anyway.
    private var fallback: String {
        message.firstRange(of: "': ").map { String(message[$0.upperBound...]) } ?? message
    }
}
