import Foundation

extension DatabaseStore {
    func issueKey(
        _ request: AccessKey.Request, by principal: Principal, now: Date
    )
        async throws(StoreError) -> AccessKey.Issued
    {
        let secret = "emx_" + Base32.text(random.make(32))
        let key = AccessKey(
            id: AccessKey.ID(from: random), tenant: request.tenant, name: request.name, scopes: request.scopes,
            quotas: request.quotas, created: now.kept, expires: request.expires?.kept, parent: request.parent)
        try await database.write { connection in
            try connection.requireTenant(key.tenant)
            if let parent = key.parent { try connection.requireKey(parent, of: key.tenant) }
            try connection.execute(
                """
                INSERT INTO access_keys (\(words: AccessKey.columns), secret_hash) VALUES (
                    \(key.id), \(key.tenant), \(key.name), \(key.scopeWords), \(key.quotas.requestsPerMinute),
                    \(key.quotas.bytesPerDay), \(key.created), \(key.expires), \(key.revoked), \(key.lastUsed),
                    \(key.parent), \(Digest(of: secret.utf8)))
                """)
            try connection.append(key.event("key.issued", by: principal), at: now)
        }
        return AccessKey.Issued(key: key, secret: secret)
    }

    func key(withSecret secret: String, now: Date) async throws(StoreError) -> AccessKey.Shown? {
        let hash = Digest(of: secret.utf8)
        let found = try await database.read { connection in
            try connection.row(
                "SELECT \(words: AccessKey.columns) FROM access_keys WHERE secret_hash = \(hash)"
            ).map(AccessKey.init)
        }
        guard case .open(var key) = found?.shown(at: now) else { return found?.shown(at: now) }
        if key.lastUsed.map({ now.timeIntervalSince($0) >= 60 }) ?? true {
            let id = key.id
            try await database.write { connection in
                try connection.execute("UPDATE access_keys SET last_used = \(now) WHERE id = \(id)")
            }
            key.lastUsed = now.kept
        }
        return .open(key)
    }

    func key(_ id: AccessKey.ID, of tenant: Tenant.ID) async throws(StoreError) -> AccessKey? {
        try await database.read { connection in
            try connection.row(
                "SELECT \(words: AccessKey.columns) FROM access_keys WHERE id = \(id) AND tenant = \(tenant)"
            ).map(AccessKey.init)
        }
    }

    func keys(of tenant: Tenant.ID) async throws(StoreError) -> [AccessKey] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT \(words: AccessKey.columns) FROM access_keys WHERE tenant = \(tenant)
                ORDER BY created DESC, id DESC
                """
            ).map(AccessKey.init)
        }
    }

    func revokeKey(
        _ id: AccessKey.ID, of tenant: Tenant.ID, by principal: Principal, now: Date
    )
        async throws(StoreError)
    {
        try await database.write { connection in
            let changed = try connection.execute(
                """
                UPDATE access_keys SET revoked = coalesce(revoked, \(now)) WHERE id = \(id) AND tenant = \(tenant)
                """)
            guard changed == 1 else { throw StoreError.notFound("key") }
            try connection.append(
                AuditEvent(actor: principal, tenant: tenant, action: "key.revoked", object: id.description), at: now)
        }
    }
}

extension AccessKey {
    fileprivate static let columns =
        "id, tenant, name, scopes, requests_per_minute, bytes_per_day, created, expires, revoked, last_used, parent"

    fileprivate var scopeWords: String { scopes.map(\.rawValue).sorted().joined(separator: " ") }

    fileprivate init(_ row: SQLRow) throws(StoreError) {
        var row = row
        id = try row.value { ID($0) }
        tenant = try row.value { Tenant.ID($0) }
        name = try row.text()
        scopes = Set(try row.text().split(separator: " ").compactMap { Scope(rawValue: String($0)) })
        quotas = Quotas(requestsPerMinute: try row.optionalInteger(), bytesPerDay: try row.optionalInteger())
        created = try row.date()
        expires = try row.optionalDate()
        revoked = try row.optionalDate()
        lastUsed = try row.optionalDate()
        parent = try row.optionalValue { ID($0) }
    }

    fileprivate func event(_ action: String, by principal: Principal) -> AuditEvent {
        AuditEvent(actor: principal, tenant: tenant, action: action, object: id.description, outcome: scopeWords)
    }
}

extension SQLConnection {
    /// Refuses a tenant that is not there, or that is being removed.
    func requireTenant(_ id: Tenant.ID) throws(StoreError) {
        guard try row("SELECT id FROM tenants WHERE id = \(id) \(words: dialect.keeping)") != nil else {
            throw .notFound("tenant")
        }
    }

    fileprivate func requireKey(_ id: AccessKey.ID, of tenant: Tenant.ID) throws(StoreError) {
        guard try row("SELECT id FROM access_keys WHERE id = \(id) AND tenant = \(tenant)") != nil else {
            throw .notFound("key")
        }
    }
}
