import FoundationEssentials

/// How long things are kept, and from which size on a document is worked on as a job.
struct KeepingSettings: Sendable {
    /// Documents of more bytes are worked on as jobs when they are to be kept.
    var synchronousBytes: Int
    var retention: RetentionSettings
    /// How many findings of a submission are kept; all are counted.
    var maxFindings = 10_000
    /// How many jobs are worked on at once: a worker is left for those who wait on the line.
    var jobCount: Int
    /// How much more time and processor time a job has than a request.
    var jobPatience = 10.0
    /// How long a job is another's to take when nothing is heard of whoever works on it.
    var leaseSeconds = 30.0
    /// How long a server that stops waits for the jobs it works on.
    var drainSeconds = 20.0

    init(_ configuration: ServiceConfiguration) {
        synchronousBytes = configuration.syncMaxBytes
        retention = configuration.retention
        jobCount = max(1, configuration.workers.count - 1)
    }

    func submissionExpiry(_ now: Date) -> Date { now.addingDays(retention.submissionDays) }
    func jobExpiry(_ now: Date) -> Date { now.addingDays(retention.jobDays) }
}

extension Date {
    func addingDays(_ count: Int) -> Date { addingTimeInterval(Double(count) * 86_400) }
}
