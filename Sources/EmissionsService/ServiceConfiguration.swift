/// How the service is run.
public struct ServiceConfiguration: Sendable {
    public var host = "127.0.0.1"
    public var port = 8080
    /// Where everything that is kept stands.
    public var dataFolder = "emx-data"
    public var workers: WorkerPool.Settings
    public var uploads: UploadSettings

    public init(executable: String) {
        workers = WorkerPool.Settings(executable: executable)
        uploads = UploadSettings(folder: "/tmp")
    }
}
