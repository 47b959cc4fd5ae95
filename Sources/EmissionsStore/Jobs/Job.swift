public import Foundation

/// Work that is done while nobody waits on the line.
public struct Job: Hashable, Sendable {
    public typealias ID = Identifier<Job>

    public var id: ID
    public var tenant: Tenant.ID
    public var request: Request
    public var state: State
    public var progress: Progress
    /// Who works on it, until when, if somebody does.
    public var lease: JobLease?
    /// When whoever works on it was last heard of.
    public var heartbeat: Date?
    /// How often it was begun.
    public var attempts: Int
    public var outcome: JobOutcome?
    public var created: Date
    public var started: Date?
    public var finished: Date?

    public enum State: String, Sendable, CaseIterable {
        case queued, running, succeeded, failed, cancelled, expired

        public var isFinal: Bool { self != .queued && self != .running }
    }

    /// What is to be done.
    public struct Request: Hashable, Sendable {
        public var submitter: Principal
        public var kind: String
        /// JSON, which only the service understands.
        public var parameters: [UInt8]
        public var input: Digest?
        /// When it is no longer to be begun, or what came of it is no longer to be kept.
        public var expires: Date

        public init(submitter: Principal, kind: String, parameters: [UInt8], input: Digest?, expires: Date) {
            self.submitter = submitter
            self.kind = kind
            self.parameters = parameters
            self.input = input
            self.expires = expires
        }
    }

    /// How far it has come.
    public struct Progress: Hashable, Sendable {
        public var bytesDone: Int
        public var bytesTotal: Int?
        public var records: Int

        public init(bytesDone: Int = 0, bytesTotal: Int? = nil, records: Int = 0) {
            self.bytesDone = bytesDone
            self.bytesTotal = bytesTotal
            self.records = records
        }
    }
}

/// The right to work on a job, until a time. Another attempt is another lease, even of the same owner.
public struct JobLease: Hashable, Sendable {
    public var job: Job.ID
    public var owner: String
    public var attempt: Int
    public var until: Date
}

/// How a job ended.
public enum JobOutcome: Hashable, Sendable {
    case succeeded(report: Digest?, output: Digest?)
    /// Why, in JSON, which only the service understands.
    case failed(problem: [UInt8])
}

/// How often a job is begun when those who work on it are never heard of again, and what is said of it then.
public struct RetryLimit: Hashable, Sendable {
    public var attempts: Int
    /// The problem of a job that was begun as often and never ended, in JSON.
    public var problem: [UInt8]

    public init(attempts: Int = 3, problem: [UInt8]) {
        self.attempts = attempts
        self.problem = problem
    }
}

/// What somebody who works on a job hears back.
public enum Heartbeat: Hashable, Sendable {
    /// Go on.
    case held(JobLease)
    /// Stop: it was cancelled or has expired.
    case cancelled
    /// Stop: the lease ran out, and the job is somebody else's or over.
    case lost
}
