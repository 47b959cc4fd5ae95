/// A finding on a submission, as it was reported.
public struct StoredFinding: Hashable, Sendable {
    /// Its position in the report, from 0.
    public var ordinal: Int
    public var code: String
    public var severity: Severity
    public var message: String
    /// The file inside an archive.
    public var part: String?
    public var line: Int?
    public var column: Int?
    /// Where in the model.
    public var path: String?
    /// The same in two submissions if the same is wrong with the same value, wherever it stands.
    public var fingerprint: String

    public init(
        ordinal: Int, code: String, severity: Severity, message: String, part: String? = nil, line: Int? = nil,
        column: Int? = nil, path: String? = nil, fingerprint: String
    ) {
        self.ordinal = ordinal
        self.code = code
        self.severity = severity
        self.message = message
        self.part = part
        self.line = line
        self.column = column
        self.path = path
        self.fingerprint = fingerprint
    }

    public enum Severity: String, Sendable, CaseIterable { case note, warning, error }
}

/// How often a code was found.
public struct CodeCount: Hashable, Sendable {
    public var code: String
    public var severity: StoredFinding.Severity
    public var count: Int
}

/// Which findings to list: those that meet every condition that is set.
public struct FindingFilter: Hashable, Sendable {
    public var code: String?
    public var severity: StoredFinding.Severity?

    public init(code: String? = nil, severity: StoredFinding.Severity? = nil) {
        self.code = code
        self.severity = severity
    }
}

/// What became of the findings of an earlier submission in a later one.
public struct SubmissionComparison: Hashable, Sendable {
    public var fixed: Int
    public var new: Int
    public var unchanged: Int

    public enum Change: String, Sendable, CaseIterable { case fixed, new, unchanged }
}

/// What was found in submissions.
public protocol FindingStore: Sendable {
    /// In the order of the report.
    func findings(
        of id: StoredSubmission.ID, tenant: Tenant.ID, matching filter: FindingFilter, page: PageRequest
    ) async throws(StoreError) -> Page<StoredFinding>
    /// The most frequent first.
    func codes(of id: StoredSubmission.ID, tenant: Tenant.ID) async throws(StoreError) -> [CodeCount]
    /// Counts equal fingerprints off against each other: of three equal findings of which one is gone, one is fixed.
    func compare(
        _ id: StoredSubmission.ID, with earlier: StoredSubmission.ID, tenant: Tenant.ID
    )
        async throws(StoreError) -> SubmissionComparison
    /// The findings behind a number of a comparison: of the earlier submission if they are fixed, else of the later.
    func findings(
        _ change: SubmissionComparison.Change, in id: StoredSubmission.ID, since earlier: StoredSubmission.ID,
        tenant: Tenant.ID, page: PageRequest
    ) async throws(StoreError) -> Page<StoredFinding>
}
