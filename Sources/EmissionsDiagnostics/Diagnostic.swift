/// Something a partner or an operator should know about a submission.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        case note, warning, error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// A stable name for the kind of problem, such as `DU-002`. Never reused, never renumbered.
    public struct Code: Hashable, Sendable, Codable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
        public let description: String
        public init(stringLiteral text: String) { description = text }
        public init(_ text: String) { description = text }
        public static func < (a: Code, b: Code) -> Bool { a.description < b.description }
        public init(from decoder: any Decoder) throws {
            description = try decoder.singleValueContainer().decode(String.self)
        }
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(description)
        }
    }

    public var code: Code
    public var severity: Severity
    public var message: Message
    /// What to do about it, as a sentence.
    public var help: String?
    /// Where in the model.
    public var path: FieldPath?
    /// Where in the submitted bytes.
    public var location: SourceLocation?
    /// The line at that place.
    public var excerpt: Excerpt?
    /// What is written there, or its beginning when it is long; `nil` where it is no single value.
    public var value: String?
    /// What the format calls what should stand at that place and does not; `nil` where nothing is missing.
    public var missing: String?
    /// What the record it is about is called by whoever sent it: an identifier, an item number.
    public var subject: String?
    /// How it can be corrected without asking anyone, where that is known.
    public var fix: Fix?

    public init(
        _ code: Code, _ severity: Severity, _ message: Message, help: String? = nil, path: FieldPath? = nil,
        location: SourceLocation? = nil, excerpt: Excerpt? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.help = help
        self.path = path
        self.location = location
        self.excerpt = excerpt
    }
}

extension Diagnostic {
    /// The words of a diagnostic.
    ///
    /// Each file that raises diagnostics keeps its wording together in a private extension of this type.
    public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
        public let description: String
        public init(stringLiteral text: String) { description = text }
    }
}

extension Diagnostic: CustomStringConvertible {
    public var description: String {
        "\(location.map { "\($0): " } ?? "")\(severity.rawValue)[\(code)]: \(message)\(path.map { " (\($0))" } ?? "")"
    }
}
