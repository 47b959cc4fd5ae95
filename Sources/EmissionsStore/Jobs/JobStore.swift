public import Foundation

/// The queue of work, which several servers take from.
public protocol JobStore: Sendable {
    func addJob(_ request: Job.Request, of tenant: Tenant.ID, now: Date) async throws(StoreError) -> Job
    func job(_ id: Job.ID, of tenant: Tenant.ID) async throws(StoreError) -> Job?
    /// Newest first.
    func jobs(of tenant: Tenant.ID, matching filter: JobFilter, page: PageRequest) async throws(StoreError) -> Page<Job>
    /// How many there are in a state, of one tenant or of all.
    func countJobs(in state: Job.State, of tenant: Tenant.ID?) async throws(StoreError) -> Int

    /// The job that has waited longest, or whose lease has run out. It is the owner's alone until the lease ends.
    /// Jobs that were begun too often fail on this occasion.
    func takeJob(by owner: String, until: Date, retries: RetryLimit, now: Date) async throws(StoreError) -> Job?
    /// Says how far a job has come, and that it is still worked on.
    func heartbeat(
        _ lease: JobLease, progress: Job.Progress, until: Date, now: Date
    )
        async throws(StoreError) -> Heartbeat
    /// Ends a job. Refused with `leaseLost` if it is no longer this lease's.
    func finishJob(
        _ lease: JobLease, _ outcome: JobOutcome, progress: Job.Progress, now: Date
    )
        async throws(StoreError) -> Job
    /// Puts a job back into the queue, as if it had not been begun: for a server that goes down in good order.
    func returnJob(_ lease: JobLease, now: Date) async throws(StoreError)
    /// Ends a job that has not ended yet; whoever works on it hears so with the next heartbeat. Nothing if there is none.
    func cancelJob(
        _ id: Job.ID, of tenant: Tenant.ID, by principal: Principal, now: Date
    )
        async throws(StoreError) -> Job?
}

/// Which jobs to list: those that meet every condition that is set.
public struct JobFilter: Hashable, Sendable {
    public var state: Job.State?
    public var submitter: Principal?

    public init(state: Job.State? = nil, submitter: Principal? = nil) {
        self.state = state
        self.submitter = submitter
    }
}
