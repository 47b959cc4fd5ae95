/// Why a document has no answer from a worker.
public enum WorkerFailure: Error, Hashable, Sendable {
    /// The worker ended on this document: a bug of ours.
    case crashed(signal: Int32?)
    case memory(limit: Int)
    case cpu(limit: Double)
    case time(limit: Double)
    /// So much is waiting that more is not taken; when to come again, in seconds.
    case busy(retryAfter: Int)
    /// No worker can be started.
    case unavailable
    case stopping

    /// Whether the document is the likely cause, so that it should not be tried again and again.
    public var blamesDocument: Bool {
        switch self {
        case .crashed, .memory, .cpu, .time: true
        case .busy, .unavailable, .stopping: false
        }
    }
}
