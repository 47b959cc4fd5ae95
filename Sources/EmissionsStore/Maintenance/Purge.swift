import Foundation

extension DatabaseStore {
    @discardableResult
    func purge(now: Date) async throws(StoreError) -> PurgeSummary {
        var summary = PurgeSummary()
        // A few at a time, so that nobody waits long; as often as there are more.
        for step in [purgeSubmissions, expireJobs, purgeJobs, purgeRequests, purgeObjects] {
            while true {
                let before = summary
                try await step(&summary, now)
                if summary == before { break }
            }
        }
        try await purgeUsage(now: now)
        let folder = folder
        try await offTheCallersThread { () throws(StoreError) in
            try folder.sweep(before: now.addingTimeInterval(-86_400))
        }
        if summary != PurgeSummary() { try await database.eraseDeleted(afterPurge: true) }
        return summary
    }

    private func purgeSubmissions(_ summary: inout PurgeSummary, now: Date) async throws(StoreError) {
        let folder = folder
        let (count, objects) = try await database.write { connection in
            let expired = try connection.rows(
                """
                SELECT \(words: StoredSubmission.columns) FROM submissions WHERE expires <= \(now)
                ORDER BY expires LIMIT 50 \(words: connection.dialect.skippingLocked)
                """
            ).map(StoredSubmission.init)
            let objects = try expired.flatMap { try connection.remove($0, by: .service, now: now, as: "expired") }
            try folder.remove(objects)
            return (expired.count, objects)
        }
        summary.submissions += count
        summary.count(objects)
    }

    /// Jobs that did not come to an end in time let go of their input, and can be seen for as long again.
    private func expireJobs(_ summary: inout PurgeSummary, now: Date) async throws(StoreError) {
        let folder = folder
        let (count, objects) = try await database.write { connection in
            let expired = try connection.rows(
                """
                SELECT \(words: Job.columns) FROM jobs WHERE expires <= \(now) AND state IN ('queued', 'running')
                ORDER BY expires LIMIT 50 \(words: connection.dialect.skippingLocked)
                """
            ).map(Job.init)
            var objects: [StoredObject] = []
            for job in expired {
                let until = now.addingTimeInterval(job.request.expires.timeIntervalSince(job.created))
                try connection.execute(
                    """
                    UPDATE jobs SET state = 'expired', finished = \(now), expires = \(max(until, now + 1)),
                        input = NULL, owner = NULL, lease_until = NULL
                    WHERE id = \(job.id)
                    """)
                objects += try connection.releaseObjects(job.objects, of: job.tenant, now: now)
                try connection.append(job.event("job.expired", by: .service), at: now)
            }
            try folder.remove(objects)
            return (expired.count, objects)
        }
        summary.expiredJobs += count
        summary.count(objects)
    }

    private func purgeJobs(_ summary: inout PurgeSummary, now: Date) async throws(StoreError) {
        let folder = folder
        let (count, objects) = try await database.write { connection in
            let ended = try connection.rows(
                """
                SELECT \(words: Job.columns) FROM jobs WHERE expires <= \(now) AND state NOT IN ('queued', 'running')
                ORDER BY expires LIMIT 50 \(words: connection.dialect.skippingLocked)
                """
            ).map(Job.init)
            var objects: [StoredObject] = []
            for job in ended {
                try connection.execute("DELETE FROM jobs WHERE id = \(job.id)")
                objects += try connection.releaseObjects(job.objects, of: job.tenant, now: now)
                try connection.append(job.event("job.purged", by: .service), at: now)
            }
            try folder.remove(objects)
            return (ended.count, objects)
        }
        summary.jobs += count
        summary.count(objects)
    }

    private func purgeRequests(_ summary: inout PurgeSummary, now: Date) async throws(StoreError) {
        summary.requests += try await database.write { connection in
            try connection.execute("DELETE FROM repeatable_requests WHERE expires <= \(now)")
        }
    }

    /// Objects that were kept, but that nothing came to refer to.
    private func purgeObjects(_ summary: inout PurgeSummary, now: Date) async throws(StoreError) {
        let folder = folder
        let objects = try await database.write { connection in
            let unheld = try connection.rows(
                """
                SELECT tenant, digest, size FROM objects WHERE held_until > 0 AND held_until <= \(now)
                ORDER BY held_until LIMIT 50 \(words: connection.dialect.skippingLocked)
                """
            ).map(StoredObject.init)
            var released: [StoredObject] = []
            for object in unheld {
                let gone = try connection.releaseObjects([object.digest], of: object.tenant, now: now)
                // It was kept a second time while something refers to it.
                if gone.isEmpty { try connection.refer(to: [object.digest], of: object.tenant) }
                for object in gone { try connection.append(object.event("object.purged"), at: now) }
                released += gone
            }
            try folder.remove(released)
            return released
        }
        summary.count(objects)
    }

    /// Minutes are needed for a minute; days are kept for a year and a month.
    private func purgeUsage(now: Date) async throws(StoreError) {
        try await database.write { connection in
            try connection.execute(
                """
                DELETE FROM key_usage WHERE (period = 'minute' AND start < \(now.addingTimeInterval(-3600)))
                OR start < \(now.addingTimeInterval(-400 * 86_400))
                """)
        }
    }
}

extension PurgeSummary {
    fileprivate mutating func count(_ released: [StoredObject]) {
        objects += released.count
        objectBytes += released.reduce(0) { $0 + $1.size }
    }
}

extension StoredObject {
    init(_ row: SQLRow) throws(StoreError) {
        var row = row
        self.init(
            tenant: try row.value { Tenant.ID($0) }, digest: try row.value { Digest($0) }, size: try row.integer())
    }

    fileprivate func event(_ action: String) -> AuditEvent {
        AuditEvent(actor: .service, tenant: tenant, action: action, digest: digest)
    }
}
