public import Foundation

/// The bytes of files, reports and outputs, each tenant's by themselves, named by their digest.
public protocol ObjectStore: Sendable {
    /// A place to write bytes to as they come. They are nobody's until they are kept.
    func newObject(of tenant: Tenant.ID) throws(StoreError) -> ObjectWriter
    /// Makes what was written an object. It goes at a purge after `until`, unless a submission or job refers to it.
    func keep(_ writer: ObjectWriter, until: Date) async throws(StoreError) -> StoredObject
    /// Nothing if the tenant has no such object.
    func object(_ digest: Digest, of tenant: Tenant.ID) async throws(StoreError) -> ObjectReader?
    /// Reads an object and compares its digest with its name. Refuses an object that is not there.
    func verifyObject(_ digest: Digest, of tenant: Tenant.ID) async throws(StoreError) -> Bool
}

/// Bytes that are kept.
public struct StoredObject: Hashable, Sendable {
    public var tenant: Tenant.ID
    public var digest: Digest
    public var size: Int

    public init(tenant: Tenant.ID, digest: Digest, size: Int) {
        self.tenant = tenant
        self.digest = digest
        self.size = size
    }
}

extension ObjectStore {
    /// Keeps bytes that are at hand.
    public func keep(_ bytes: [UInt8], of tenant: Tenant.ID, until: Date) async throws(StoreError) -> StoredObject {
        let writer = try newObject(of: tenant)
        try writer.write(bytes)
        return try await keep(writer, until: until)
    }
}
