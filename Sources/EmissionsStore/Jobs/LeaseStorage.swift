import Foundation

extension DatabaseStore {
    func takeJob(by owner: String, until: Date, retries: RetryLimit, now: Date) async throws(StoreError) -> Job? {
        try await database.write { connection in
            try connection.failAbandonedJobs(retries, now: now)
            var choices: [SQLStatement] = ["state = 'running' AND lease_until <= \(now)"]
            for tenant in try connection.tenantsInTurn(now) {
                choices.append("state = 'queued' AND tenant = \(tenant)")
            }
            for condition in choices {
                let row = try connection.row(
                    """
                    UPDATE jobs SET state = 'running', owner = \(owner), lease_until = \(until), heartbeat = \(now),
                        attempts = attempts + 1, started = coalesce(started, \(now))
                    WHERE number = (
                        SELECT number FROM jobs WHERE \(condition) AND expires > \(now)
                        ORDER BY number LIMIT 1 \(words: connection.dialect.skippingLocked))
                    RETURNING \(words: Job.columns)
                    """)
                if let row { return try Job(row) }
            }
            return nil
        }
    }

    func heartbeat(
        _ lease: JobLease, progress: Job.Progress, until: Date, now: Date
    )
        async throws(StoreError) -> Heartbeat
    {
        try await database.write { connection in
            let changed = try connection.execute(
                """
                UPDATE jobs SET lease_until = \(until), heartbeat = \(now), bytes_done = \(progress.bytesDone),
                    bytes_total = \(progress.bytesTotal), records = \(progress.records)
                WHERE \(lease.isHeld(now)) AND expires > \(now)
                """)
            if changed == 1 {
                return Heartbeat.held(
                    JobLease(job: lease.job, owner: lease.owner, attempt: lease.attempt, until: until.kept))
            }
            let over = try connection.integer(
                """
                SELECT count(*) FROM jobs WHERE id = \(lease.job) AND attempts = \(lease.attempt)
                AND (state IN ('cancelled', 'expired') OR expires <= \(now))
                """)
            return over == 1 ? .cancelled : .lost
        }
    }

    func finishJob(
        _ lease: JobLease, _ outcome: JobOutcome, progress: Job.Progress, now: Date
    )
        async throws(StoreError) -> Job
    {
        try await database.write { connection in
            let row = try connection.row(
                """
                UPDATE jobs SET state = \(outcome.state.rawValue), problem = \(outcome.problem),
                    report = \(outcome.report), output = \(outcome.output), finished = \(now),
                    owner = NULL, lease_until = NULL, bytes_done = \(progress.bytesDone),
                    bytes_total = \(progress.bytesTotal), records = \(progress.records)
                WHERE \(lease.isHeld(now)) RETURNING \(words: Job.columns)
                """)
            guard let job = try row.map(Job.init) else { throw StoreError.leaseLost }
            try connection.refer(to: [outcome.report, outcome.output], of: job.tenant)
            try connection.append(job.event("job.finished", by: .service), at: now)
            return job
        }
    }

    func returnJob(_ lease: JobLease, now: Date) async throws(StoreError) {
        try await database.write { connection in
            let changed = try connection.execute(
                """
                UPDATE jobs SET state = 'queued', owner = NULL, lease_until = NULL, heartbeat = NULL, started = NULL,
                    attempts = attempts - 1, bytes_done = 0, records = 0
                WHERE \(lease.isHeld(now))
                """)
            guard changed == 1 else { throw StoreError.leaseLost }
        }
    }
}

extension JobLease {
    /// That the job is still this lease's.
    fileprivate func isHeld(_ now: Date) -> SQLStatement {
        "id = \(job) AND state = 'running' AND owner = \(owner) AND attempts = \(attempt) AND lease_until > \(now)"
    }
}

extension JobOutcome {
    fileprivate var state: Job.State {
        switch self {
        case .succeeded: .succeeded
        case .failed: .failed
        }
    }

    fileprivate var problem: [UInt8]? { if case .failed(let problem) = self { problem } else { nil } }
    fileprivate var report: Digest? { if case .succeeded(let report, _) = self { report } else { nil } }
    fileprivate var output: Digest? { if case .succeeded(_, let output) = self { output } else { nil } }
}

extension SQLConnection {
    /// The tenants whose jobs wait: the one first of whose jobs the fewest are under way, then the one that waits longest
    /// for a turn, so that nobody's thousand jobs keep another's one waiting.
    fileprivate func tenantsInTurn(_ now: Date) throws(StoreError) -> [String] {
        guard try row("SELECT number FROM jobs WHERE state = 'queued' LIMIT 1") != nil else { return [] }
        return try rows(
            """
            SELECT tenant FROM (
                SELECT id AS tenant,
                    (SELECT number FROM jobs WHERE tenant = tenants.id AND state = 'queued' AND expires > \(now)
                        ORDER BY number LIMIT 1) AS oldest,
                    (SELECT count(*) FROM jobs WHERE tenant = tenants.id AND state = 'running') AS running,
                    (SELECT started FROM jobs WHERE tenant = tenants.id AND started IS NOT NULL
                        ORDER BY started DESC LIMIT 1) AS served
                FROM tenants) AS waiting
            WHERE oldest IS NOT NULL ORDER BY running, coalesce(served, 0), oldest
            """
        ).map { row throws(StoreError) in
            var row = row
            return try row.text()
        }
    }

    fileprivate func failAbandonedJobs(_ retries: RetryLimit, now: Date) throws(StoreError) {
        let failed = try rows(
            """
            UPDATE jobs SET state = 'failed', problem = \(retries.problem), finished = \(now), owner = NULL,
                lease_until = NULL
            WHERE state = 'running' AND lease_until <= \(now) AND attempts >= \(retries.attempts)
            RETURNING \(words: Job.columns)
            """
        )
        for row in failed { try append(try Job(row).event("job.abandoned", by: .service), at: now) }
    }
}
