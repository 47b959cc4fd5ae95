/// What a code stands for, for whoever looks it up.
///
/// Rules describe themselves; this is for the codes of reading, writing and converting. Each list stands beside what
/// raises its codes.
public struct CodeDescription: Hashable, Sendable {
    public var code: Diagnostic.Code
    /// How bad it usually is.
    public var severity: Diagnostic.Severity
    /// What was found, as a fragment.
    public var title: String
    /// Why it matters.
    public var explanation: String
    /// What to do about it.
    public var remedy: String

    public init(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ title: String, why explanation: String,
        remedy: String
    ) {
        self.code = code
        self.severity = severity
        self.title = title
        self.explanation = explanation
        self.remedy = remedy
    }
}
