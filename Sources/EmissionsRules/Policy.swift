public import EmissionsDiagnostics

/// What somebody asks of submissions in place of what the profiles say.
public struct Policy: Hashable, Sendable {
    /// What its owner calls it.
    public var name: String?
    /// The profiles to start from; empty for those of the format.
    public var profiles: [String] = []
    /// What is done about codes, each once.
    public var changes: [Diagnostic.Code: Change] = [:]
    public var limits = RuleLimits()
    public init() {}

    public enum Change: Hashable, Sendable {
        /// Findings are this bad; a rule that no profile has is run besides.
        case severity(Diagnostic.Severity, reason: String?)
        /// Nothing is found, for a reason in words.
        case off(reason: String)
    }

    public func severity(of code: Diagnostic.Code, otherwise severity: Diagnostic.Severity) -> Diagnostic.Severity {
        if case .severity(let severity, _) = changes[code] { severity } else { severity }
    }

    /// Why nothing is found under a code; `nil` where something may be.
    public func reasonOff(_ code: Diagnostic.Code) -> String? {
        if case .off(let reason) = changes[code] { reason } else { nil }
    }
}
