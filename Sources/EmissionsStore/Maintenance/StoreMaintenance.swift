public import Foundation

/// What whoever runs the service does.
public protocol StoreMaintenance: Sendable {
    /// Removes all that has expired, with its objects, and says so in the audit log.
    @discardableResult
    func purge(now: Date) async throws(StoreError) -> PurgeSummary
    /// Copies everything into a new folder, while the service goes on. Of PostgreSQL, the objects only.
    @discardableResult
    func backUp(to folder: URL, now: Date) async throws(StoreError) -> BackupManifest
    /// Asks the database for a sign of life.
    func ping() async throws(StoreError)
    func close() async throws(StoreError)
}

/// How much was removed.
public struct PurgeSummary: Hashable, Sendable {
    public var submissions = 0
    /// That had ended, and whose results were no longer to be kept.
    public var jobs = 0
    /// That were never begun, or never ended, in time. They are still to be seen as `expired` for as long again.
    public var expiredJobs = 0
    public var requests = 0
    public var objects = 0
    public var objectBytes = 0
}
