import EmissionsDiagnostics

/// What is wrong with a document, and what to do about it.
extension Diagnostic {
    private static func fault(_ code: Code, _ message: Message, help: String) -> Diagnostic {
        Diagnostic(code, .error, message, help: help)
    }

    // MARK: Elements

    static func noRoot(_ element: String) -> Diagnostic {
        fault(
            "XSD-001", "the schema knows no document that begins with <\(element)>",
            help: "Check the name of the outermost element and its namespace (xmlns), or choose another schema.")
    }

    static func missing(_ name: String, before element: String) -> Diagnostic {
        var finding = fault(
            "XSD-002", "\(name) is missing before \(element)", help: "Add <\(name)> before <\(element)>.")
        finding.missing = name.withoutPrefix
        return finding
    }

    static func missing(_ name: String, atEndOf element: String) -> Diagnostic {
        var finding = fault(
            "XSD-002", "\(name) is missing in \(element)", help: "Add <\(name)> before </\(element)>.")
        finding.missing = name.withoutPrefix
        return finding
    }

    /// What libxml2 says of what is not a plain sequence: any of these would do.
    static func missing(oneOf names: [String], atEndOf element: String) -> Diagnostic {
        guard let first = names.first else {
            return fault(
                "XSD-002", "something is missing in \(element)",
                help: "Add what the schema demands before </\(element)>.")
        }
        guard names.count > 1 else { return missing(first, atEndOf: element) }
        return fault(
            "XSD-002", "one of \(names.joined(separator: ", ")) is missing in \(element)",
            help: "Add one of them before </\(element)>.")
    }

    static func unexpected(_ element: String, instead names: [String]) -> Diagnostic {
        let what: Message =
            switch names.count {
            case 0: "\(element) is not expected here, where nothing more may follow"
            case 1: "\(element) is not expected here, expected \(names[0])"
            default: "\(element) is not expected here, expected one of \(names.joined(separator: ", "))"
            }
        return fault(
            "XSD-003", what, help: "Check the spelling and the namespace of <\(element)>, or take it out.")
    }

    static func undeclared(_ element: String) -> Diagnostic {
        fault(
            "XSD-003", "\(element) is not expected here, the schema knows no element of that name and namespace",
            help: "Check the spelling and the namespace of <\(element)>, or take it out.")
    }

    static func tooMany(_ element: String, _ most: Int) -> Diagnostic {
        fault(
            "XSD-003", "\(element) is not expected here, there must be at most \(most)",
            help: "Take out what is too much.")
    }

    static func late(_ element: String, before next: String) -> Diagnostic {
        fault(
            "XSD-003", "\(element) is not expected after \(next), it must come before it",
            help: "Move <\(element)>: the order of elements matters.")
    }

    // MARK: Content

    static func textBesideElements(_ element: String) -> Diagnostic {
        fault(
            "XSD-004", "\(element) has text beside its elements", help: "Take the text out, or put it in an element.")
    }

    static func elementsInText(_ element: String) -> Diagnostic {
        fault("XSD-004", "\(element) has elements in it, must have a text only", help: "Take the elements out.")
    }

    static func notEmpty(_ element: String) -> Diagnostic {
        fault("XSD-004", "\(element) has content, must be empty", help: "Take the content out.")
    }

    // MARK: Values

    static func type(_ subject: String, _ value: String, _ type: String) -> Diagnostic {
        let (what, example) = plainWords[type] ?? ("of the type \(type)", nil)
        return fault(
            "XSD-005", "\(subject) is \(quoted(value)), must be \(what)",
            help: example.map { "Write it as \($0)." } ?? "Correct the value.")
    }

    static func length(_ subject: String, _ count: String, _ limit: String, _ words: String) -> Diagnostic {
        let unit = limit == "1" ? "character" : "characters"
        let found = count == "0" ? "is empty" : "has \(count) \(count == "1" ? "character" : "characters")"
        return fault(
            "XSD-006", "\(subject) \(found), \(words) \(limit)\(count == "0" ? " \(unit)" : "")",
            help: count == "0" ? "Fill it in, or leave the element out if it may be missing." : "Correct the value.")
    }

    static func digits(_ subject: String, _ value: String, _ most: String) -> Diagnostic {
        fault(
            "XSD-007", "\(subject) is \(quoted(value)), must have at most \(most) \(most == "1" ? "digit" : "digits")",
            help: "Check the value and its unit.")
    }

    static func decimals(_ subject: String, _ value: String, _ most: String) -> Diagnostic {
        fault(
            "XSD-007", "\(subject) is \(quoted(value)), must have at most \(most) decimals",
            help: "Round the value, if its meaning allows it.")
    }

    static func range(_ subject: String, _ value: String, _ relation: String, _ limit: String) -> Diagnostic {
        fault(
            "XSD-008", "\(subject) is \(quoted(value)), must be \(relation) \(limit)",
            help: "Check the value and its unit.")
    }

    static func pattern(_ subject: String, _ value: String, _ pattern: String) -> Diagnostic {
        fault(
            "XSD-009", "\(subject) is \(quoted(value)), must look like \(pattern.shortened)",
            help: "Correct the value; the schema tells its form as a regular expression, in which \\d is a digit.")
    }

    static func enumeration(_ subject: String, _ value: String, _ set: String) -> Diagnostic {
        fault(
            "XSD-010", "\(subject) is \(quoted(value)), must be one of \(set.shortened)",
            help: "Choose one of the values that the schema lists; capitals and small letters differ.")
    }

    static func fixed(_ subject: String, _ value: String, _ only: String) -> Diagnostic {
        fault("XSD-010", "\(subject) is \(quoted(value)), must be \(quoted(only))", help: "Correct the value.")
    }

    // MARK: Attributes and the rest

    static func unexpectedAttribute(_ name: String, _ element: String) -> Diagnostic {
        fault("XSD-011", "\(element) can't have an attribute \(name)", help: "Take it out, or check its spelling.")
    }

    static func missingAttribute(_ name: String, _ element: String) -> Diagnostic {
        fault("XSD-011", "\(element) has no attribute \(name)", help: "Add \(name)=\"…\" to <\(element)>.")
    }

    static func key(_ text: String) -> Diagnostic {
        fault("XSD-012", "a key that the schema demands is missing or is given twice: \(text)", help: "Correct it.")
    }

    /// libxml2's own words, for what is rare.
    static func other(_ element: String, _ text: String) -> Diagnostic {
        fault("XSD-013", "\(element) is not as the schema demands: \(text)", help: "Correct it at this place.")
    }

    static func noVerdict(_ text: String) -> Diagnostic {
        fault(
            "XSD-014", "libxml2 could not check this against the schema: \(text)",
            help: "Nothing is wrong with the file for this reason alone; use another schema, or report it to us.")
    }

    static func unlisted(_ count: Int) -> Diagnostic {
        let what: Message = count == 1 ? "1 more fault is not listed" : "\(count) more faults are not listed"
        return fault("XSD-015", what, help: "Mend what is listed, then check the file again.")
    }
}

private func quoted(_ value: String) -> String { "'\(value.shortened)'" }

/// What the types of XSD are to a person, and what a value looks like.
private let plainWords: [String: (what: String, example: String?)] = [
    "decimal": ("a decimal number", "1234.5, with a point and without separators"),
    "integer": ("a whole number", "1234"), "int": ("a whole number", "1234"), "long": ("a whole number", "1234"),
    "nonNegativeInteger": ("a whole number, 0 or more", "1234"),
    "positiveInteger": ("a whole number, 1 or more", "1234"),
    "double": ("a number", "1234.5"), "float": ("a number", "1234.5"),
    "boolean": ("true or false", "true or false"),
    "date": ("a date", "2025-10-22"), "dateTime": ("a date with a time", "2025-10-22T14:05:30Z"),
    "gYear": ("a year", "2025"), "base64Binary": ("base64", "base64"),
    "anyURI": ("an address (URI)", nil), "language": ("a language code", "en"),
]

extension String {
    fileprivate var withoutPrefix: String { split(separator: ":").last.map(String.init) ?? self }

    /// Enough to know it again.
    fileprivate var shortened: String {
        let line = String(prefix(200).map { $0.isNewline ? " " : $0 })
        return line.count > 60 ? line.prefix(60) + "…" : line
    }
}
