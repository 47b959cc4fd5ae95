public import Foundation

/// What was asked for with a key within some time.
public struct Usage: Hashable, Sendable {
    public var requests: Int
    public var bytes: Int

    public init(requests: Int = 0, bytes: Int = 0) {
        self.requests = requests
        self.bytes = bytes
    }
}

/// What came of counting a request.
public enum ChargeOutcome: Hashable, Sendable {
    /// Counted; what was used of the day so far.
    case charged(today: Usage)
    /// Not counted: it would go beyond a quota, until a time.
    case exceeded(Quota, until: Date)

    public enum Quota: String, Sendable { case requestsPerMinute, bytesPerDay }
}

/// What keys have used, counted for all servers together.
public protocol UsageStore: Sendable {
    /// Adds to what was used in this minute and this day (of UTC), unless that would be more than the key's quotas.
    func charge(_ usage: Usage, to key: AccessKey, now: Date) async throws(StoreError) -> ChargeOutcome
    /// What was used on the day (of UTC) that a time is in.
    func usage(of key: AccessKey.ID, on day: Date) async throws(StoreError) -> Usage
}
