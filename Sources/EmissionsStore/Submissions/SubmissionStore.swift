public import Foundation

/// What was submitted. Every question names the tenant; nobody else's submissions exist for it.
public protocol SubmissionStore: Sendable {
    /// Keeps a submission with its findings, all or nothing. Its objects have to be there already.
    ///
    /// What a job submits is named after the job: a job that is begun anew, since whoever worked on it died after this,
    /// finds what it submitted, and does not submit it twice.
    func addSubmission(
        _ content: StoredSubmission.Content, findings: some Sequence<StoredFinding> & Sendable, of tenant: Tenant.ID,
        by job: Job.ID?, now: Date
    ) async throws(StoreError) -> StoredSubmission
    func submission(_ id: StoredSubmission.ID, of tenant: Tenant.ID) async throws(StoreError) -> StoredSubmission?
    /// Newest first.
    func submissions(
        of tenant: Tenant.ID, matching filter: SubmissionFilter, page: PageRequest
    )
        async throws(StoreError) -> Page<StoredSubmission>
    /// The versions of a series, newest first.
    func versions(
        ofSeries series: StoredSubmission.ID, of tenant: Tenant.ID
    )
        async throws(StoreError) -> [StoredSubmission]
    /// Removes a submission with its findings and the objects that nothing else refers to.
    func removeSubmission(
        _ id: StoredSubmission.ID, of tenant: Tenant.ID, by principal: Principal, now: Date)
        async throws(StoreError)
}

extension SubmissionStore {
    /// Keeps a submission that no job makes.
    public func addSubmission(
        _ content: StoredSubmission.Content, findings: some Sequence<StoredFinding> & Sendable, of tenant: Tenant.ID,
        now: Date
    ) async throws(StoreError) -> StoredSubmission {
        try await addSubmission(content, findings: findings, of: tenant, by: nil, now: now)
    }
}

/// Which submissions to list: those that meet every condition that is set.
public struct SubmissionFilter: Hashable, Sendable {
    public var verdict: Verdict?
    public var format: String?
    /// Is part of the file's name or the label, in capitals or not.
    public var text: String?
    /// Was submitted at this time or later.
    public var from: Date?
    /// Was submitted before this time.
    public var before: Date?
    /// Has a finding with this code.
    public var code: String?
    public var submitter: Principal?

    public init(
        verdict: Verdict? = nil, format: String? = nil, text: String? = nil, from: Date? = nil, before: Date? = nil,
        code: String? = nil, submitter: Principal? = nil
    ) {
        self.verdict = verdict
        self.format = format
        self.text = text
        self.from = from
        self.before = before
        self.code = code
        self.submitter = submitter
    }
}

/// Which part of a list to hand out.
public struct PageRequest: Hashable, Sendable {
    /// At most 1,000.
    public var size: Int
    /// Where the page before ended, as it said itself.
    public var after: String?

    public init(size: Int = 50, after: String? = nil) {
        self.size = size
        self.after = after
    }
}

/// A part of a list.
public struct Page<Item: Sendable>: Sendable {
    public var items: [Item]
    /// What to ask for the next page with. Nothing on the last page.
    public var next: String?
    /// How many there are on all pages.
    public var total: Int
}

extension Page: Equatable where Item: Equatable {}
