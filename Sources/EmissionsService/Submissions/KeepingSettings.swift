public import FoundationEssentials

/// How long things are kept, and from which size on a document is worked on as a job.
public struct KeepingSettings: Sendable {
    /// Documents of more bytes are worked on as jobs when they are to be kept.
    public var synchronousBytes = 32 << 20
    /// How long submissions are kept; `nil` for ever.
    public var submissionDays: Int? = 730
    /// How long jobs and what came of them are kept.
    public var jobDays = 7
    /// How long a request is known by its `Idempotency-Key`.
    public var repeatHours = 24
    /// How many findings of a submission are kept; all are counted.
    public var maxFindings = 10_000
    /// How many jobs are worked on at once.
    public var jobCount = 1
    /// How much more time and processor time a job has than a request.
    public var jobPatience = 10.0
    /// How long a job is another's to take when nothing is heard of whoever works on it.
    public var leaseSeconds = 30.0
    /// How long a server that stops waits for the jobs it works on.
    public var drainSeconds = 20.0

    public init() {}

    func submissionExpiry(_ now: Date) -> Date? { submissionDays.map { now.addingDays($0) } }
    func jobExpiry(_ now: Date) -> Date { now.addingDays(jobDays) }
}

extension Date {
    func addingDays(_ count: Int) -> Date { addingTimeInterval(Double(count) * 86_400) }
}
