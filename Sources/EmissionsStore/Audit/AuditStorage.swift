import Foundation

extension DatabaseStore {
    @discardableResult
    func appendAudit(_ event: AuditEvent, now: Date) async throws(StoreError) -> AuditEntry {
        try await database.write { try $0.append(event, at: now) }
    }

    func auditEntries(after sequence: Int, of tenant: Tenant.ID?, limit: Int) async throws(StoreError) -> [AuditEntry] {
        try await database.read { connection in
            let ofTenant: SQLStatement = tenant.map { "AND tenant = \($0)" } ?? ""
            return try connection.auditEntries(after: sequence, ofTenant, limit: min(max(limit, 1), 1000))
        }
    }

    func auditHead() async throws(StoreError) -> AuditHead { try await database.read { try $0.auditHead() } }

    func verifyAudit(against kept: AuditHead?) async throws(StoreError) -> AuditVerification {
        let (head, first, last) = try await database.read { connection in
            let head = try connection.auditHead()
            let ends = try connection.row(
                "SELECT coalesce(min(sequence), 1), coalesce(max(sequence), 0) FROM audit_entries")
            guard var ends else { return (head, 1, 0) }
            return (head, try ends.integer(), try ends.integer())
        }
        if first < 1 { return .broken(sequence: first, .unannounced) }
        var walk = AuditWalk(head: head, kept: kept)
        while walk.needsMore {
            let position = walk.position
            let steps = try await database.read { try $0.auditSteps(after: position) }
            if let broken = walk.follow(steps) { return broken }
        }
        return last > head.sequence ? .broken(sequence: head.sequence + 1, .unannounced) : walk.end
    }
}

extension SQLConnection {
    /// Adds an entry. Whoever else would add one waits until this transaction ends, so it is best done last.
    @discardableResult
    func append(_ event: AuditEvent, at time: Date) throws(StoreError) -> AuditEntry {
        let head = try auditHead(dialect.locking)
        guard let previous = Digest(head.hash) else { throw .damaged("the head of the audit log is damaged") }
        let entry = AuditChain.entry(event, sequence: head.sequence + 1, at: time, previous: previous)
        try execute(
            """
            INSERT INTO audit_entries (\(words: AuditEntry.columns)) VALUES (
                \(entry.sequence), \(entry.at), \(entry.event.actor), \(entry.event.tenant), \(entry.event.action),
                \(entry.event.object), \(entry.event.digest), \(entry.event.rulePack), \(entry.event.outcome),
                \(entry.previous), \(entry.hash))
            """)
        try execute("UPDATE audit_head SET sequence = \(entry.sequence), hash = \(entry.hash)")
        return entry
    }

    func auditHead(_ words: String = "") throws(StoreError) -> AuditHead {
        guard var row = try row("SELECT sequence, hash FROM audit_head \(words: words)") else {
            throw .damaged("the audit log has lost its head")
        }
        return AuditHead(sequence: try row.integer(), hash: try row.text())
    }

    /// Entries as they are, even if they can't be understood.
    fileprivate func auditSteps(after sequence: Int) throws(StoreError) -> [AuditWalk.Step] {
        try rows(
            """
            SELECT \(words: AuditEntry.columns) FROM audit_entries WHERE sequence > \(sequence)
            ORDER BY sequence LIMIT 1000
            """
        ).map { (row) throws(StoreError) in
            var start = row
            let sequence = try start.integer()
            do {
                return AuditWalk.Step(sequence: sequence, entry: try AuditEntry(row))
            } catch {
                return AuditWalk.Step(sequence: sequence, entry: nil)
            }
        }
    }

    fileprivate func auditEntries(
        after sequence: Int, _ condition: SQLStatement, limit: Int
    )
        throws(StoreError) -> [AuditEntry]
    {
        try rows(
            """
            SELECT \(words: AuditEntry.columns) FROM audit_entries WHERE sequence > \(sequence) \(condition)
            ORDER BY sequence LIMIT \(limit)
            """
        ).map(AuditEntry.init)
    }
}

extension AuditEntry {
    fileprivate static let columns =
        "sequence, at, actor, tenant, action, object, digest, rule_pack, outcome, previous, hash"

    fileprivate init(_ row: SQLRow) throws(StoreError) {
        var row = row
        sequence = try row.integer()
        at = try row.date()
        event = AuditEvent(
            actor: try row.value { Principal($0) }, tenant: try row.optionalValue { Tenant.ID($0) },
            action: try row.text(), object: try row.optionalText(), digest: try row.optionalValue { Digest($0) },
            rulePack: try row.optionalValue { Digest($0) }, outcome: try row.optionalText())
        previous = try row.value { Digest($0) }
        hash = try row.value { Digest($0) }
    }
}
