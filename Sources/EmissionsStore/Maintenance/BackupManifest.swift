/// What is in a backup: enough to tell whether it is still whole.
public struct BackupManifest: Hashable, Sendable, Codable {
    /// Of the manifest itself.
    public var version: Int
    public var schema: Int
    /// In milliseconds since 1970.
    public var created: Int
    /// Nothing if the database is backed up by its own means.
    public var database: File?
    public var objects: [Object]
    public var auditHead: AuditHead

    public struct File: Hashable, Sendable, Codable {
        public var sha256: String
        public var size: Int
    }

    public struct Object: Hashable, Sendable, Codable {
        public var tenant: String
        public var sha256: String
        public var size: Int
    }
}
