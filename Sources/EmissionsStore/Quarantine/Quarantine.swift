public import Foundation

/// Bytes that ended the process that read them, or would not let it end.
public struct Quarantine: Hashable, Sendable {
    public var digest: Digest
    /// Of the last time.
    public var reason: Reason
    public var first: Date
    public var last: Date
    public var times: Int

    public enum Reason: String, Sendable, CaseIterable { case crash, memory, time }
}

/// What is not read again.
public protocol QuarantineStore: Sendable {
    @discardableResult
    func quarantine(_ digest: Digest, for reason: Quarantine.Reason, now: Date) async throws(StoreError) -> Quarantine
    func quarantine(of digest: Digest) async throws(StoreError) -> Quarantine?
    /// Newest first.
    func quarantines() async throws(StoreError) -> [Quarantine]
    func releaseQuarantine(_ digest: Digest, by principal: Principal, now: Date) async throws(StoreError)
}
