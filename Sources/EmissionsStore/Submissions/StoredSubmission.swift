public import Foundation

/// A file that was submitted, and what came of it.
public struct StoredSubmission: Hashable, Sendable {
    public typealias ID = Identifier<StoredSubmission>

    public var id: ID
    public var tenant: Tenant.ID
    public var content: Content
    public var created: Date
    /// The first of the submissions that this one is a new version of, or itself.
    public var series: ID
    /// 1 for the first of a series.
    public var version: Int

    /// What the service knows of a submission when it hands it over.
    public struct Content: Hashable, Sendable {
        public var submitter: Principal
        /// As the submitter called it. Never the name of a file of ours.
        public var fileName: String
        public var label: String?
        public var digest: Digest
        public var size: Int
        /// `pact`, and `3.0`, as far as the content told.
        public var format: String?
        public var formatVersion: String?
        public var profile: String?
        public var verdict: Verdict
        public var counts: SeverityCounts
        /// Which rules, schemas and tables were applied.
        public var rulePack: Digest?
        /// The report document, among the objects of the tenant.
        public var report: Digest?
        public var expires: Date?
        /// The submission that this one is a new version of.
        public var previous: ID?

        public init(
            submitter: Principal, fileName: String, label: String? = nil, digest: Digest, size: Int,
            format: String? = nil, formatVersion: String? = nil, profile: String? = nil, verdict: Verdict,
            counts: SeverityCounts, rulePack: Digest? = nil, report: Digest? = nil, expires: Date? = nil,
            previous: ID? = nil
        ) {
            self.submitter = submitter
            self.fileName = fileName
            self.label = label
            self.digest = digest
            self.size = size
            self.format = format
            self.formatVersion = formatVersion
            self.profile = profile
            self.verdict = verdict
            self.counts = counts
            self.rulePack = rulePack
            self.report = report
            self.expires = expires
            self.previous = previous
        }
    }
}

/// What is said of a file as a whole. That there were warnings, the counts tell.
public enum Verdict: String, Sendable, CaseIterable { case valid, invalid, unreadable, undecided }

/// How many findings there are of each severity.
public struct SeverityCounts: Hashable, Sendable {
    public var errors: Int
    public var warnings: Int
    public var notes: Int

    public init(errors: Int = 0, warnings: Int = 0, notes: Int = 0) {
        self.errors = errors
        self.warnings = warnings
        self.notes = notes
    }
}
