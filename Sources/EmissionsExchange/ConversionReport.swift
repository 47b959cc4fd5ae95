public import EmissionsDiagnostics

/// What happened to a submission on its way into another format.
public struct ConversionReport: Sendable {
    public var source: FileReport
    public var target: Target
    public var account = Account()
    /// Values that are not in the target as they were, in the order of the source; at most as many as were asked for.
    public var losses: [Loss] = []
    /// Values that are said differently and mean the same because the target's conventions ask for it.
    public var restatements: [LocatedRestatement] = []
    /// Values taken from the defaults.
    public var supplied: [String] = []
    /// Whether there were more losses or restatements than are listed.
    public var isTruncated = false
    /// How many of the errors in ``source`` are about what the target requires and did not get.
    public var targetErrors = 0
    /// Whether the target holds one record per file, there are more, and there was one file: it can't be published.
    public var needsFolder = false
    /// Whether the target got all that it requires.
    public var isComplete: Bool { targetErrors == 0 && source.verdict.isKnown }

    public struct Target: Hashable, Sendable, Codable {
        public var format: String
        public var version: String
    }
}

/// A value of the source that the target does not say, or says differently.
public struct Loss: Hashable, Sendable {
    public enum Kind: String, Sendable, Codable { case unread, dropped, changed, added }
    public var kind: Kind
    /// Where in the model, or for what was not understood where in the source's record.
    public var path: String
    public var was: String
    public var became: String?
    public var source: SourceLocation?
    public var target: SourceLocation?
}

/// A value that is said differently in the target and means the same.
public struct LocatedRestatement: Hashable, Sendable {
    public var path: String
    public var before: String
    public var after: String
    public var reason: String
    public var source: SourceLocation?
}
