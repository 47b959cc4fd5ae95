public import Foundation

extension DatabaseStore {
    @discardableResult
    func backUp(to folder: URL, now: Date) async throws(StoreError) -> BackupManifest {
        let backup = try BackupFolder(making: folder.path)
        // Twice: what is removed between the database's copy and the second round was caught by the first.
        try await copyObjects(to: backup)
        let isCopied = try await database.copy(to: backup.database)
        let (head, objects) = try await contents(of: isCopied ? backup.database : nil)
        try await copyObjects(to: backup, only: Set(objects))
        let source = database
        let schema = try await source.read { try $0.integer("SELECT max(version) FROM store_schema") }
        let manifest = try await offTheCallersThread { () throws(StoreError) in
            try backup.removeObjects(except: Set(objects))
            return BackupManifest(
                version: 1, schema: schema, created: now.milliseconds,
                database: isCopied ? try backup.databaseFile() : nil,
                objects: try objects.map { (object) throws(StoreError) in try backup.checked(object) },
                auditHead: head)
        }
        let digest = try backup.write(manifest)
        try await appendAudit(
            AuditEvent(actor: .service, tenant: nil, action: "backup.made", digest: digest), now: now)
        return manifest
    }

    /// What a copy of the database says is there; without a copy, what the database says now.
    private func contents(of path: String?) async throws(StoreError) -> (AuditHead, [StoredObject]) {
        let copy: (any SQLDatabase)? = if let path { try SQLiteDatabase(reading: path) } else { nil }
        let contents = try await (copy ?? database).read { connection in
            (
                try connection.auditHead(),
                try connection.rows("SELECT tenant, digest, size FROM objects ORDER BY tenant, digest")
                    .map(StoredObject.init)
            )
        }
        try await copy?.close()
        return contents
    }

    private func copyObjects(to backup: BackupFolder, only wanted: Set<StoredObject>? = nil) async throws(StoreError) {
        let objects = try await contents(of: nil).1
        let folder = folder
        try await offTheCallersThread { () throws(StoreError) in
            for object in wanted.map(Array.init) ?? objects {
                try backup.copy(object, from: folder)
            }
        }
    }
}

/// Copies a backup into a new folder of a store, once everything in it has been found whole.
public func restoreStore(from backup: URL, to folder: URL) async throws(StoreError) -> BackupManifest {
    let source = try BackupFolder(reading: backup.path)
    let manifest = try source.manifest()
    guard manifest.database != nil else {
        throw .invalid("the backup has no database; restore PostgreSQL's own first, then copy the objects")
    }
    guard manifest.schema <= Migration.latest else {
        throw .newerSchema(found: manifest.schema, known: Migration.latest)
    }
    try await offTheCallersThread { () throws(StoreError) in
        try source.verify(manifest)
        try source.copyAll(manifest, to: folder.path)
    }
    let store = try await openStore(.folder(folder.path))
    let verification = try await store.verifyAudit(against: manifest.auditHead)
    try await store.close()
    if case .broken(let sequence, let reason) = verification {
        throw .damaged("the backup's audit log is broken at entry \(sequence): \(reason.rawValue)")
    }
    return manifest
}
