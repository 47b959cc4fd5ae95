public import EmissionsDiagnostics
import EmissionsExchange
public import EmissionsRules

/// What a code means, why it matters and what to do: one source for `emx explain` and for every report.
public struct CodeExplanation: Sendable {
    public var code: Diagnostic.Code
    /// How bad it usually is.
    public var severity: Diagnostic.Severity
    public var title: String
    /// In Markdown.
    public var why: String
    public var remedy: String
    public var references: [Reference] = []

    /// `nil` for a code that nobody raises.
    public init?(_ code: Diagnostic.Code) {
        self.code = code
        if let about = RuleCatalog.rule(code)?.about {
            (severity, title, why, remedy) = (about.severity, about.title, about.explanation, about.remedy)
            references = about.references
        } else if let about = CodeCatalog.description(of: code) {
            (severity, title, why, remedy) = (about.severity, about.title, about.explanation, about.remedy)
        } else {
            return nil
        }
    }
}

extension String {
    /// In one line, whatever lines it was written in.
    var unwrapped: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Markdown as plain text: explanations have no more of it than code in backticks.
    var withoutMarkdown: String { unwrapped.filter { $0 != "`" } }
}
