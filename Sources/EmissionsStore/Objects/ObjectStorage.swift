import Foundation

extension DatabaseStore {
    func newObject(of tenant: Tenant.ID) throws(StoreError) -> ObjectWriter {
        try folder.newWriter(of: tenant, random: random)
    }

    func keep(_ writer: ObjectWriter, until: Date) async throws(StoreError) -> StoredObject {
        let folder = folder
        let object = try await offTheCallersThread { () throws(StoreError) in try writer.finish() }
        try await database.write { connection in
            try connection.requireTenant(object.tenant)
            // Whoever would remove the same object waits for this row, so that row and file come and go together.
            try connection.execute(
                """
                INSERT INTO objects (tenant, digest, size, held_until)
                VALUES (\(object.tenant), \(object.digest), \(object.size), \(until))
                ON CONFLICT (tenant, digest) DO UPDATE SET held_until = excluded.held_until
                WHERE objects.held_until < excluded.held_until
                """)
            try folder.adopt(writer, as: object)
        }
        return object
    }

    func object(_ digest: Digest, of tenant: Tenant.ID) async throws(StoreError) -> ObjectReader? {
        let isKnown = try await database.read { connection in
            try connection.row("SELECT 1 FROM objects WHERE tenant = \(tenant) AND digest = \(digest)") != nil
        }
        guard isKnown else { return nil }
        let folder = folder
        return try await offTheCallersThread { () throws(StoreError) in
            guard let reader = try folder.reader(digest, tenant) else {
                throw .damaged("the file of an object is missing")
            }
            return reader
        }
    }

    func verifyObject(_ digest: Digest, of tenant: Tenant.ID) async throws(StoreError) -> Bool {
        guard let reader = try await object(digest, of: tenant) else { throw .notFound("object") }
        return try await offTheCallersThread { () throws(StoreError) in try reader.computedDigest() == digest }
    }
}

extension SQLConnection {
    /// Refuses to refer to objects that are not there. They are held by the reference from now on.
    func refer(to digests: [Digest?], of tenant: Tenant.ID) throws(StoreError) {
        // In one order, so that two that refer to the same objects don't wait for each other.
        for digest in Set(digests.compactMap(\.self)).sorted() {
            let found = try execute(
                "UPDATE objects SET held_until = 0 WHERE tenant = \(tenant) AND digest = \(digest)")
            guard found == 1 else { throw .notFound("object") }
        }
    }

    /// Forgets those objects that nothing refers to and that are not held. Returns them, so that their files can go.
    func releaseObjects(
        _ digests: some Sequence<Digest>, of tenant: Tenant.ID, now: Date
    )
        throws(StoreError) -> [StoredObject]
    {
        var released: [StoredObject] = []
        for digest in Set(digests).sorted() {
            let row = try row(
                """
                SELECT size, held_until FROM objects WHERE tenant = \(tenant) AND digest = \(digest)
                \(words: dialect.locking)
                """)
            guard var row else { continue }
            let object = StoredObject(tenant: tenant, digest: digest, size: try row.integer())
            // Asked after the lock was had, so that it sees references of others who were first.
            guard try row.date() <= now, try countReferences(to: digest, of: tenant) == 0 else { continue }
            try execute("DELETE FROM objects WHERE tenant = \(tenant) AND digest = \(digest)")
            released.append(object)
        }
        return released
    }

    private func countReferences(to digest: Digest, of tenant: Tenant.ID) throws(StoreError) -> Int {
        try integer(
            """
            SELECT (SELECT count(*) FROM submissions WHERE tenant = \(tenant) AND digest = \(digest))
                + (SELECT count(*) FROM submissions WHERE tenant = \(tenant) AND report = \(digest))
                + (SELECT count(*) FROM jobs WHERE tenant = \(tenant) AND input = \(digest))
                + (SELECT count(*) FROM jobs WHERE tenant = \(tenant) AND report = \(digest))
                + (SELECT count(*) FROM jobs WHERE tenant = \(tenant) AND output = \(digest))
            """)
    }
}

extension ObjectFolder {
    /// Removes the files of objects: the last thing to do in a transaction, when nothing else can go wrong.
    func remove(_ objects: [StoredObject]) throws(StoreError) {
        for object in objects { try remove(object.digest, object.tenant) }
    }
}
