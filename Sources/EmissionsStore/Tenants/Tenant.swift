public import Foundation

/// A customer whose submissions nobody else sees.
public struct Tenant: Hashable, Sendable {
    public var id: ID
    public var name: String
    public var created: Date

    public init(id: ID, name: String, created: Date) {
        self.id = id
        self.name = name
        self.created = created
    }

    /// A short name that can stand in a path or a URL: lower-case letters, digits and hyphens, at most 64.
    public struct ID: Hashable, Sendable, CustomStringConvertible {
        public let description: String

        public init?(_ text: some StringProtocol) {
            guard (1...64).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-"),
                text.utf8.allSatisfy(Self.allowed.contains)
            else { return nil }
            description = String(text)
        }

        private static let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
    }
}

/// Who uses the service.
public protocol TenantStore: Sendable {
    /// Refuses a tenant whose identifier is taken.
    func addTenant(_ tenant: Tenant, by principal: Principal) async throws(StoreError)
    func tenant(_ id: Tenant.ID) async throws(StoreError) -> Tenant?
    func tenants() async throws(StoreError) -> [Tenant]
    /// Removes a tenant with all of its submissions, jobs, keys and objects. What the audit log says of it stays.
    func removeTenant(_ id: Tenant.ID, by principal: Principal, now: Date) async throws(StoreError)
}
