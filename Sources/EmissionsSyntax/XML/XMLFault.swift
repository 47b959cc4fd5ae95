import EmissionsDiagnostics

/// Why a file is not read on, in words, before it is known where.
struct XMLFault {
    let kind: SyntaxError.Kind
    let diagnostic: Diagnostic

    private init(_ kind: SyntaxError.Kind, _ code: Diagnostic.Code, _ message: Diagnostic.Message, help: String) {
        self.kind = kind
        diagnostic = Diagnostic(code, .error, message, help: help)
    }

    /// Not well-formed.
    static func malformed(_ message: Diagnostic.Message, help: String) -> XMLFault {
        XMLFault(.malformed, "SYN-021", message, help: help)
    }

    static let documentType = XMLFault(
        .malformed, "SYN-020",
        "the file has a document type declaration (DOCTYPE), which is not accepted because entities can hide in it",
        help: "Take the DOCTYPE out, and write out the entities that it declares.")

    // MARK: Limits

    private static func limit(_ code: Diagnostic.Code, _ message: Diagnostic.Message, help: String) -> XMLFault {
        XMLFault(.limit, code, message, help: help)
    }

    static func tooDeep(_ limit: Int, _ name: String) -> XMLFault {
        .limit(
            "LIM-002", "<\(name)> is nested deeper than \(limit) levels, the limit depth",
            help: "Check for end tags that are missing, or have the limit raised.")
    }

    static func longText(_ limit: Int) -> XMLFault {
        .limit(
            "LIM-003", "a text is longer than \(limit) bytes, the limit tokenBytes",
            help: "Send big attachments as files of their own, or have the limit raised.")
    }

    /// A tag, a comment or a processing instruction that has no end in sight.
    static func longMarkup(_ what: String, _ limit: Int) -> XMLFault {
        .limit(
            "LIM-003", "a \(what) is longer than \(limit) bytes, the limit for one",
            help: "Check for a > that is missing, and move long values from attributes into elements.")
    }

    static func longName(_ text: String) -> XMLFault {
        .limit("LIM-003", "a name is longer than 50000 bytes: \(text)…", help: "Check for a space that is missing.")
    }

    static func tooBig(_ limit: Int, _ isRecord: Bool) -> XMLFault {
        .limit(
            "LIM-004", "\(part(isRecord)) bigger than \(limit) bytes, the limit recordBytes",
            help: "Split it, send big attachments as files of their own, or have the limit raised.")
    }

    static func manyValues(_ limit: Int, _ isRecord: Bool) -> XMLFault {
        .limit(
            "LIM-005",
            "\(part(isRecord)) made of more than \(limit) elements and attributes, the limit recordValues",
            help: "Split it, or have the limit raised.")
    }

    static func manyAttributes(_ limit: Int, _ name: String) -> XMLFault {
        .limit(
            "LIM-006",
            "<\(name)> has more than \(limit) attributes or namespace declarations in force, the limit attributes",
            help: "Move values into elements, or have the limit raised.")
    }

    private static func part(_ isRecord: Bool) -> String {
        isRecord ? "this record is" : "what stands outside of the records is"
    }
}

extension Diagnostic {
    /// An element that the format does not own. Said once for each namespace.
    static func foreign(
        _ name: String, _ namespace: String, root: String, _ location: SourceLocation, _ excerpt: Excerpt?
    ) -> Diagnostic {
        Diagnostic(
            "SYN-022", .note,
            "<\(name)> is in \(namespace.isEmpty ? "no namespace" : "the namespace \(namespace)"), unlike <\(root)>",
            help: "Nothing needs to be done if it is an extension; otherwise give it the namespace of <\(root)>.",
            location: location, excerpt: excerpt)
    }
}
