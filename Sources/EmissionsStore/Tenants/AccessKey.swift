public import Foundation

/// What a program shows to be let in. The secret itself is not kept, only its digest.
public struct AccessKey: Hashable, Sendable {
    public typealias ID = Identifier<AccessKey>

    public var id: ID
    public var tenant: Tenant.ID
    public var name: String
    public var scopes: Set<Scope>
    public var quotas: Quotas
    public var created: Date
    public var expires: Date?
    public var revoked: Date?
    /// To the minute.
    public var lastUsed: Date?
    /// The key of the same tenant that this one stands for, with which it comes to its end.
    public var parent: ID?

    public enum Scope: String, Sendable, CaseIterable { case submit, readOwn, readAll, admin }

    /// How much may be asked for with a key. Nothing stands for no limit.
    public struct Quotas: Hashable, Sendable {
        public var requestsPerMinute: Int?
        public var bytesPerDay: Int?

        public init(requestsPerMinute: Int? = nil, bytesPerDay: Int? = nil) {
            self.requestsPerMinute = requestsPerMinute
            self.bytesPerDay = bytesPerDay
        }
    }

    /// What a new key is for.
    public struct Request: Hashable, Sendable {
        public var tenant: Tenant.ID
        public var name: String
        public var scopes: Set<Scope>
        public var quotas: Quotas
        public var expires: Date?
        public var parent: ID?

        public init(
            tenant: Tenant.ID, name: String, scopes: Set<Scope>, quotas: Quotas = Quotas(), expires: Date? = nil,
            parent: ID? = nil
        ) {
            self.tenant = tenant
            self.name = name
            self.scopes = scopes
            self.quotas = quotas
            self.expires = expires
            self.parent = parent
        }
    }

    /// A key that somebody showed the secret of.
    public enum Shown: Hashable, Sendable {
        case open(AccessKey)
        /// Opens nothing any more.
        case expired(AccessKey), revoked(AccessKey)
    }

    /// What a key is at a time. One that was revoked stays so when it expires.
    public func shown(at time: Date) -> Shown {
        if revoked != nil { return .revoked(self) }
        return expires.map { $0 > time } ?? true ? .open(self) : .expired(self)
    }

    /// A key with its secret, which is to be seen this once.
    public struct Issued: Sendable {
        public var key: AccessKey
        /// `emx_` and 256 random bits.
        public var secret: String
    }
}

/// Who is let in.
public protocol KeyStore: Sendable {
    /// - Throws: ``StoreError/notFound(_:)`` where the tenant, or the key that this one is to stand for, is not there.
    func issueKey(
        _ request: AccessKey.Request, by principal: Principal, now: Date
    )
        async throws(StoreError) -> AccessKey.Issued
    /// The key with this secret, and whether it opens anything; nothing if there is none. Notes that an open one was used.
    func key(withSecret secret: String, now: Date) async throws(StoreError) -> AccessKey.Shown?
    func key(_ id: AccessKey.ID, of tenant: Tenant.ID) async throws(StoreError) -> AccessKey?
    /// Newest first, with those that no longer open anything.
    func keys(of tenant: Tenant.ID) async throws(StoreError) -> [AccessKey]
    func revokeKey(
        _ id: AccessKey.ID, of tenant: Tenant.ID, by principal: Principal, now: Date) async throws(StoreError)
}
