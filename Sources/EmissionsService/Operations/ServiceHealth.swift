import EmissionsStore
import Glibc

/// Whether the service can do its work, and what keeps it from doing so.
struct ServiceHealth: Sendable {
    let store: any Store
    let pool: WorkerPool
    /// The folders that documents are written to.
    let folders: [String]
    let minFreeBytes: Int

    /// Each in words that say nothing of addresses, paths or passwords; none where all is well.
    func reasons() async -> [String] {
        var reasons: [String] = []
        do { try await store.ping() } catch { reasons.append("the store can't be reached") }
        if await !pool.isAlive { reasons.append("no worker can be started") }
        for folder in folders {
            guard let free = Self.freeBytes(folder) else {
                reasons.append("a folder to write to is not there")
                continue
            }
            if free < minFreeBytes {
                reasons.append("\(ByteCount.text(free)) are free, fewer than data.minFree")
            }
        }
        return reasons
    }

    private static func freeBytes(_ folder: String) -> Int? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        let (bytes, isMore) = Int(status.f_bavail).multipliedReportingOverflow(by: Int(status.f_frsize))
        return isMore ? .max : bytes
    }
}
