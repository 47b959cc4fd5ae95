import Foundation

extension DatabaseStore {
    @discardableResult
    func quarantine(_ digest: Digest, for reason: Quarantine.Reason, now: Date) async throws(StoreError) -> Quarantine {
        try await database.write { connection in
            let row = try connection.row(
                """
                INSERT INTO quarantines (digest, reason, first, last, times)
                VALUES (\(digest), \(reason.rawValue), \(now), \(now), 1)
                ON CONFLICT (digest) DO UPDATE SET reason = excluded.reason, last = excluded.last,
                    times = quarantines.times + 1
                RETURNING digest, reason, first, last, times
                """)
            guard let quarantine = try row.map(Quarantine.init) else {
                throw StoreError.damaged("a quarantine was not kept")
            }
            try connection.append(
                AuditEvent(
                    actor: .service, tenant: nil, action: "quarantine.added", digest: digest, outcome: reason.rawValue),
                at: now)
            return quarantine
        }
    }

    func quarantine(of digest: Digest) async throws(StoreError) -> Quarantine? {
        try await database.read { connection in
            try connection.row(
                "SELECT digest, reason, first, last, times FROM quarantines WHERE digest = \(digest)"
            ).map(Quarantine.init)
        }
    }

    func quarantines() async throws(StoreError) -> [Quarantine] {
        try await database.read { connection in
            try connection.rows(
                "SELECT digest, reason, first, last, times FROM quarantines ORDER BY last DESC, digest"
            ).map(Quarantine.init)
        }
    }

    func releaseQuarantine(_ digest: Digest, by principal: Principal, now: Date) async throws(StoreError) {
        try await database.write { connection in
            let changed = try connection.execute("DELETE FROM quarantines WHERE digest = \(digest)")
            guard changed == 1 else { throw StoreError.notFound("quarantine") }
            try connection.append(
                AuditEvent(actor: principal, tenant: nil, action: "quarantine.released", digest: digest), at: now)
        }
    }
}

extension Quarantine {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        var row = row
        self.init(
            digest: try row.value { Digest($0) }, reason: try row.value { Reason(rawValue: $0) },
            first: try row.date(), last: try row.date(), times: try row.integer())
    }
}
