import Foundation

extension DatabaseStore {
    func addSubmission(
        _ content: StoredSubmission.Content, findings: some Sequence<StoredFinding> & Sendable, of tenant: Tenant.ID,
        by job: Job.ID?, now: Date
    ) async throws(StoreError) -> StoredSubmission {
        let id = job.flatMap { StoredSubmission.ID($0.description) } ?? StoredSubmission.ID(from: random)
        // The findings may be a sequence that can be gone through once only.
        return try await database.write(once: true) { connection in
            try connection.requireTenant(tenant)
            if job != nil {
                let made = try connection.row(
                    "SELECT \(words: StoredSubmission.columns) FROM submissions WHERE id = \(id) AND tenant = \(tenant)"
                )
                if let made { return try StoredSubmission(made) }
            }
            try connection.refer(to: [content.digest, content.report], of: tenant)
            var submission = StoredSubmission(
                id: id, tenant: tenant, content: content, created: now.kept, series: id, version: 1)
            submission.content.expires = content.expires?.kept
            if let previous = content.previous {
                (submission.series, submission.version) = try connection.nextVersion(after: previous, of: tenant)
            }
            try submission.insert(into: connection)
            try connection.insert(findings, ofSubmission: id)
            try connection.append(submission.event("submission.added", by: content.submitter), at: now)
            return submission
        }
    }

    func submission(_ id: StoredSubmission.ID, of tenant: Tenant.ID) async throws(StoreError) -> StoredSubmission? {
        try await database.read { connection in
            try connection.row(
                """
                SELECT \(words: StoredSubmission.columns) FROM submissions
                WHERE id = \(id) AND tenant = \(tenant)
                """
            ).map(StoredSubmission.init)
        }
    }

    func submissions(
        of tenant: Tenant.ID, matching filter: SubmissionFilter, page: PageRequest
    )
        async throws(StoreError) -> Page<StoredSubmission>
    {
        let cursor = try page.cursor()
        return try await database.read { connection in
            let condition = filter.condition(tenant: tenant, connection.dialect)
            let total = try connection.integer("SELECT count(*) FROM submissions WHERE \(condition)")
            let position: SQLStatement = cursor.map { "AND (created, id) < (\($0.first), \($0.second))" } ?? ""
            let items = try connection.rows(
                """
                SELECT \(words: StoredSubmission.columns) FROM submissions WHERE \(condition) \(position)
                ORDER BY created DESC, id DESC LIMIT \(page.limit + 1)
                """
            ).map(StoredSubmission.init)
            return Page(items, of: page, total: total) {
                Cursor(first: $0.created.milliseconds, second: $0.id.description)
            }
        }
    }

    func versions(
        ofSeries series: StoredSubmission.ID, of tenant: Tenant.ID
    )
        async throws(StoreError) -> [StoredSubmission]
    {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT \(words: StoredSubmission.columns) FROM submissions
                WHERE series = \(series) AND tenant = \(tenant) ORDER BY version DESC
                """
            ).map(StoredSubmission.init)
        }
    }

    func removeSubmission(
        _ id: StoredSubmission.ID, of tenant: Tenant.ID, by principal: Principal, now: Date
    )
        async throws(StoreError)
    {
        let folder = folder
        try await database.write { connection in
            let row = try connection.row(
                """
                SELECT \(words: StoredSubmission.columns) FROM submissions
                WHERE id = \(id) AND tenant = \(tenant) \(words: connection.dialect.locking)
                """)
            guard let submission = try row.map(StoredSubmission.init) else { throw StoreError.notFound("submission") }
            let objects = try connection.remove(submission, by: principal, now: now)
            try folder.remove(objects)
        }
        try await database.eraseDeleted(afterPurge: false)
    }
}

extension SQLConnection {
    /// Removes the rows of a submission. Returns the objects that are nobody's any more.
    func remove(
        _ submission: StoredSubmission, by principal: Principal, now: Date, as action: String = "removed"
    )
        throws(StoreError) -> [StoredObject]
    {
        // Findings go with it: the database sees to that.
        try execute("DELETE FROM submissions WHERE id = \(submission.id)")
        try execute(
            "UPDATE submissions SET previous = NULL WHERE series = \(submission.series) AND previous = \(submission.id)"
        )
        let digests = [submission.content.digest, submission.content.report].compactMap(\.self)
        let objects = try releaseObjects(digests, of: submission.tenant, now: now)
        try append(submission.event("submission.\(action)", by: principal), at: now)
        return objects
    }

    /// The series that a submission belongs to, and the number that its next version gets.
    fileprivate func nextVersion(
        after previous: StoredSubmission.ID, of tenant: Tenant.ID
    )
        throws(StoreError) -> (series: StoredSubmission.ID, version: Int)
    {
        let row = try row("SELECT series FROM submissions WHERE id = \(previous) AND tenant = \(tenant)")
        guard var row else { throw .notFound("submission") }
        let series = try row.value { StoredSubmission.ID($0) }
        // Two that continue the same series at once take turns.
        _ = try rows("SELECT id FROM submissions WHERE series = \(series) ORDER BY version \(words: dialect.locking)")
        return (series, try integer("SELECT max(version) + 1 FROM submissions WHERE series = \(series)"))
    }
}

extension StoredSubmission {
    func event(_ action: String, by principal: Principal) -> AuditEvent {
        AuditEvent(
            actor: principal, tenant: tenant, action: action, object: id.description, digest: content.digest,
            rulePack: content.rulePack, outcome: content.verdict.rawValue)
    }
}

extension SubmissionFilter {
    fileprivate func condition(tenant: Tenant.ID, _ dialect: SQLDialect) -> SQLStatement {
        var condition: SQLStatement = "tenant = \(tenant)"
        if let verdict { condition = condition + " AND verdict = \(verdict.rawValue)" }
        if let format { condition = condition + " AND format = \(format)" }
        if let text, !text.isEmpty {
            condition = condition + " AND \(words: dialect.positionFunction)(searched, \(text.lowercased())) > 0"
        }
        if let from { condition = condition + " AND created >= \(from)" }
        if let before { condition = condition + " AND created < \(before)" }
        if let submitter { condition = condition + " AND submitter = \(submitter)" }
        if let code {
            condition =
                condition
                + " AND EXISTS (SELECT 1 FROM finding_codes WHERE submission = submissions.number AND code = \(code))"
        }
        return condition
    }
}
