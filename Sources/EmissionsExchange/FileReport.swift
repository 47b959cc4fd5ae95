public import EmissionsDiagnostics
public import EmissionsRules
public import EmissionsSchemas

/// What was found in one file.
public struct FileReport: Sendable {
    public enum Verdict: String, Sendable, Codable {
        case valid, invalid
        /// Not in a format that is known, or broken: nothing can be said about its content.
        case unreadable
        /// A limit was reached before a verdict could be.
        case undecided
        /// The bytes could not be had.
        case unavailable

        /// Whether the whole file could be read.
        public var isKnown: Bool { self == .valid || self == .invalid }
    }

    public var path: String
    public var format: String?
    public var version: String?
    public var profiles: [String] = []
    /// The policy that it was checked by.
    public var policy: BroughtPolicy?
    /// How often something was found under codes that the policy turns off, apart from rules, which are not run.
    public internal(set) var offCounts: [Diagnostic.Code: Int] = [:]
    /// The schemas that the file, or its records, were held against.
    public var schemas: [UsedSchema] = []
    public var verdict = Verdict.valid
    /// Exact, whatever is listed.
    public var counts = Counts()
    /// Goods and footprints that were read.
    public var records = 0
    /// What came of each rule of the profiles, in the order of the codes; empty where nothing could be read.
    public var ruleOutcomes: [RuleOutcome] = []
    /// How usable footprints are, by PACT's model; `nil` where they are not checked as PACT's.
    public internal(set) var usability: UsabilityTally?
    /// In the order of the file; at most as many as were asked for.
    public private(set) var findings: [Diagnostic] = []
    /// How often each code was found at each severity, exactly.
    public private(set) var severitiesByCode: [Diagnostic.Code: Counts] = [:]
    /// How often each code was found, exactly.
    public var countsByCode: [Diagnostic.Code: Int] { severitiesByCode.mapValues { $0.count(atLeast: .note) } }
    /// How many values `emx fix` can write as they should be, by what that takes; only those whose findings are listed
    /// are known for certain.
    public private(set) var fixable: [Fix.Safety: Int] = [:]
    /// Whether there were more findings than are listed.
    public private(set) var isTruncated = false
    private let capacity: Int

    public struct Counts: Hashable, Sendable, Codable {
        public var error = 0, warning = 0, note = 0
        public init() {}

        public func count(atLeast severity: Diagnostic.Severity) -> Int {
            switch severity {
            case .error: error
            case .warning: error + warning
            case .note: error + warning + note
            }
        }

        mutating func add(_ severity: Diagnostic.Severity) {
            switch severity {
            case .error: error += 1
            case .warning: warning += 1
            case .note: note += 1
            }
        }
    }

    public init(path: String, capacity: Int) { (self.path, self.capacity) = (path, capacity) }

    private var listedErrors = 0

    /// From which severity on another finding would be listed: only then is it worth finding its place. Errors have
    /// room of their own, so that they are not crowded out.
    var listedFrom: Diagnostic.Severity? {
        if findings.count < capacity { return .note }
        return listedErrors < capacity ? .error : nil
    }

    /// Adds a finding, which speaks against the file unless it is about what a target lacks.
    ///
    /// - Returns: Whether it is listed.
    @discardableResult
    mutating func add(_ finding: Diagnostic, isAboutFile: Bool = true) -> Bool {
        counts.add(finding.severity)
        severitiesByCode[finding.code, default: Counts()].add(finding.severity)
        if let fix = finding.fix { fixable[fix.safety, default: 0] += fix.count }
        if finding.severity == .error, isAboutFile, verdict == .valid { verdict = .invalid }
        guard let listedFrom, finding.severity >= listedFrom else {
            isTruncated = true
            return false
        }
        findings.append(finding)
        if finding.severity == .error { listedErrors += 1 }
        return true
    }

    /// Ends the report with why the file can't be read any further.
    mutating func end(with verdict: Verdict, _ finding: Diagnostic) {
        add(finding)
        self.verdict = verdict
    }
}

/// A schema that something was held against.
public enum UsedSchema: Hashable, Sendable {
    case own(OwnSchema)
    case brought(String, digest: String)

    /// `pact/3.0/product-footprint.schema.json`, or the file that was named.
    public var name: String {
        switch self {
        case .own(let schema): schema.path
        case .brought(let name, _): name
        }
    }

    /// A SHA-256 of the schema, in hexadecimal digits.
    public var digest: String {
        switch self {
        case .own(let schema): schema.digest
        case .brought(_, let digest): digest
        }
    }
}

/// How usable one footprint of a file is.
public struct RecordUsability: Sendable {
    /// Its place in the file, counted from 0.
    public var index: Int
    /// What it is called by whoever sent it.
    public var subject: String?
    public var usability: Usability
}
