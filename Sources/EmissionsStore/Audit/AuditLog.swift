public import Foundation

/// What was done, by whom, to what: entries that are added and never changed, each with the digest of the one before.
public protocol AuditLog: Sendable {
    @discardableResult
    func appendAudit(_ event: AuditEvent, now: Date) async throws(StoreError) -> AuditEntry
    /// In order, from the first after a number. Of one tenant, or of all.
    func auditEntries(after sequence: Int, of tenant: Tenant.ID?, limit: Int) async throws(StoreError) -> [AuditEntry]
    /// Where the log ends. Kept elsewhere, it shows later whether everything up to it is still there.
    func auditHead() async throws(StoreError) -> AuditHead
    /// Walks the whole log. A head that was kept elsewhere also shows a log that was written anew.
    func verifyAudit(against head: AuditHead?) async throws(StoreError) -> AuditVerification
}

/// Something that was done. Never says what a submission contains.
public struct AuditEvent: Hashable, Sendable {
    public var actor: Principal
    public var tenant: Tenant.ID?
    /// `submission.added`, `key.revoked`, …
    public var action: String
    /// The identifier of what it was done to.
    public var object: String?
    public var digest: Digest?
    public var rulePack: Digest?
    /// The verdict, or how it went.
    public var outcome: String?

    public init(
        actor: Principal, tenant: Tenant.ID?, action: String, object: String? = nil, digest: Digest? = nil,
        rulePack: Digest? = nil, outcome: String? = nil
    ) {
        self.actor = actor
        self.tenant = tenant
        self.action = action
        self.object = object
        self.digest = digest
        self.rulePack = rulePack
        self.outcome = outcome
    }
}

/// An entry of the audit log.
public struct AuditEntry: Hashable, Sendable {
    /// From 1, without gaps.
    public var sequence: Int
    public var at: Date
    public var event: AuditEvent
    /// The hash of the entry before; of the first, 64 zeros.
    public var previous: Digest
    /// Of all of the above.
    public var hash: Digest
}

/// The number and the hash of the last entry.
public struct AuditHead: Hashable, Sendable, Codable {
    public var sequence: Int
    public var hash: String

    public init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }
}

/// What a walk over the audit log found.
public enum AuditVerification: Hashable, Sendable {
    case intact(AuditHead)
    /// The first place where the log is not what was written.
    case broken(sequence: Int, Reason)

    public enum Reason: String, Sendable {
        case changed = "the entry was changed after it was written"
        case missing = "an entry is missing here"
        case unchained = "the entry does not continue the one before it"
        case cut = "the log ends here, but went on once"
        case unannounced = "the entry was added past the log's head"
        case replaced = "the entry is not the one whose hash was kept elsewhere"
    }
}
