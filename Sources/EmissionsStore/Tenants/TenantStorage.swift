import Foundation

extension DatabaseStore {
    func addTenant(_ tenant: Tenant, by principal: Principal) async throws(StoreError) {
        try await database.write { connection in
            let added = try connection.execute(
                """
                INSERT INTO tenants (id, name, created) VALUES (\(tenant.id), \(tenant.name), \(tenant.created))
                ON CONFLICT DO NOTHING
                """)
            guard added == 1 else { throw StoreError.alreadyExists("tenant") }
            try connection.append(
                AuditEvent(actor: principal, tenant: tenant.id, action: "tenant.added"), at: tenant.created)
        }
    }

    func tenant(_ id: Tenant.ID) async throws(StoreError) -> Tenant? {
        try await database.read { connection in
            try connection.row("SELECT id, name, created FROM tenants WHERE id = \(id)").map(Tenant.init)
        }
    }

    func tenants() async throws(StoreError) -> [Tenant] {
        try await database.read { connection in
            try connection.rows("SELECT id, name, created FROM tenants ORDER BY created, id").map(Tenant.init)
        }
    }

    func removeTenant(_ id: Tenant.ID, by principal: Principal, now: Date) async throws(StoreError) {
        let folder = folder
        try await database.write { connection in
            let found = try connection.rows(
                "SELECT id FROM tenants WHERE id = \(id) \(words: connection.dialect.locking)")
            guard !found.isEmpty else { throw StoreError.notFound("tenant") }
            try connection.execute("DELETE FROM jobs WHERE tenant = \(id)")
            try connection.execute("DELETE FROM submissions WHERE tenant = \(id)")
            let objects = try connection.rows("SELECT tenant, digest, size FROM objects WHERE tenant = \(id)")
                .map(StoredObject.init)
            try connection.execute("DELETE FROM objects WHERE tenant = \(id)")
            try connection.execute("DELETE FROM tenants WHERE id = \(id)")
            try connection.append(AuditEvent(actor: principal, tenant: id, action: "tenant.removed"), at: now)
            try folder.remove(objects)
        }
        try folder.removeFolder(of: id)
        try await database.eraseDeleted(afterPurge: true)
    }
}

extension Tenant {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        var row = row
        self.init(id: try row.value { ID($0) }, name: try row.text(), created: try row.date())
    }
}
