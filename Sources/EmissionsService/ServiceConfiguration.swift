import EmissionsStore

/// How the service is run.
public struct ServiceConfiguration: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// How the service is called from outside, where something stands before it: `https://emissions.example`.
    public var publicURL: String?
    /// Whether who asks is told by the proxy before the service, in `X-Forwarded-For`.
    public var trustsProxy = false
    /// Where metrics are served, and only they and the probes. Nothing for nowhere.
    public var adminPort: Int?
    public var adminHost = "127.0.0.1"
    /// Where everything that is kept stands.
    public var dataFolder = "emx-data"
    public var database = DatabaseSettings()
    public var workers: WorkerPool.Settings
    public var uploads = UploadSettings()
    /// Where documents stand while they are worked on; in the data folder unless something else is said.
    public var workFolder: String {
        get { ownWorkFolder ?? dataFolder + "/uploads" }
        set { ownWorkFolder = newValue }
    }
    private var ownWorkFolder: String?
    /// The biggest document that somebody may wait for; a bigger one is asked for as a job.
    public var syncMaxBytes = 64 << 20
    public var retention = RetentionSettings()
    public var access = AccessSettings()
    public var tokens = TokenSettings()
    public var logging = LogSettings()
    /// The fewest bytes that are to be free where things are kept.
    public var minFreeBytes = 256 << 20

    public init(executable: String) { workers = WorkerPool.Settings(executable: executable) }

    /// Whether nobody else can reach the service but through something on this machine that is not said to be a proxy.
    var isPrivate: Bool { isLoopback && publicURL == nil && !trustsProxy }

    /// Whether only this machine can connect.
    public var isLoopback: Bool { host.hasPrefix("127.") || ["localhost", "::1"].contains(host) }
}

/// Where the database is, if it is not SQLite in the data folder.
public struct DatabaseSettings: Sendable {
    /// `postgres://…`.
    public var url: String?
    /// The file that the URL stands in, so that its password stands nowhere else.
    public var urlFile: String?
    public var connections = 8
}

/// How long what the service keeps is kept.
public struct RetentionSettings: Sendable {
    public var submissionDays = 365
    public var jobDays = 7
    public var idempotencyHours = 24
}

/// What the log is like.
public struct LogSettings: Sendable {
    public enum Level: String, Sendable, CaseIterable { case debug, info, warning, error }
    public enum Form: String, Sendable, CaseIterable { case text, json }

    public var level = Level.info
    public var form = Form.text
}
