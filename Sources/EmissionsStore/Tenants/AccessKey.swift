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

        public init(
            tenant: Tenant.ID, name: String, scopes: Set<Scope>, quotas: Quotas = Quotas(), expires: Date? = nil
        ) {
            self.tenant = tenant
            self.name = name
            self.scopes = scopes
            self.quotas = quotas
            self.expires = expires
        }
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
    func issueKey(
        _ request: AccessKey.Request, by principal: Principal, now: Date
    )
        async throws(StoreError) -> AccessKey.Issued
    /// The key with this secret: nothing if there is none, or if it was revoked or has expired. Notes that it was used.
    func key(withSecret secret: String, now: Date) async throws(StoreError) -> AccessKey?
    func key(_ id: AccessKey.ID, of tenant: Tenant.ID) async throws(StoreError) -> AccessKey?
    /// Newest first, with those that no longer open anything.
    func keys(of tenant: Tenant.ID) async throws(StoreError) -> [AccessKey]
    func revokeKey(
        _ id: AccessKey.ID, of tenant: Tenant.ID, by principal: Principal, now: Date) async throws(StoreError)
}
