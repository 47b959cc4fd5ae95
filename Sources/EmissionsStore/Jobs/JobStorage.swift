import Foundation

extension DatabaseStore {
    func addJob(_ request: Job.Request, of tenant: Tenant.ID, now: Date) async throws(StoreError) -> Job {
        let id = Job.ID(from: random)
        return try await database.write { connection in
            try connection.requireTenant(tenant)
            try connection.refer(to: [request.input], of: tenant)
            let row = try connection.row(
                """
                INSERT INTO jobs (id, tenant, submitter, kind, parameters, input, expires, state, bytes_done, records,
                    attempts, created)
                VALUES (\(id), \(tenant), \(request.submitter), \(request.kind), \(request.parameters),
                    \(request.input), \(request.expires), 'queued', 0, 0, 0, \(now))
                RETURNING \(words: Job.columns)
                """)
            guard let job = try row.map(Job.init) else { throw StoreError.damaged("a job was not kept") }
            try connection.append(job.event("job.added", by: request.submitter), at: now)
            return job
        }
    }

    func job(_ id: Job.ID, of tenant: Tenant.ID) async throws(StoreError) -> Job? {
        try await database.read { try $0.job(id, of: tenant) }
    }

    func jobs(of tenant: Tenant.ID, matching filter: JobFilter, page: PageRequest) async throws(StoreError) -> Page<Job>
    {
        let cursor = try page.cursor()
        return try await database.read { connection in
            var condition: SQLStatement = "tenant = \(tenant)"
            if let state = filter.state { condition = condition + " AND state = \(state.rawValue)" }
            if let submitter = filter.submitter { condition = condition + " AND submitter = \(submitter)" }
            let total = try connection.integer("SELECT count(*) FROM jobs WHERE \(condition)")
            let position: SQLStatement = cursor.map { "AND (created, id) < (\($0.first), \($0.second))" } ?? ""
            let items = try connection.rows(
                """
                SELECT \(words: Job.columns) FROM jobs WHERE \(condition) \(position)
                ORDER BY created DESC, id DESC LIMIT \(page.limit + 1)
                """
            ).map(Job.init)
            return Page(items, of: page, total: total) {
                Cursor(first: $0.created.milliseconds, second: $0.id.description)
            }
        }
    }

    func countJobs(in state: Job.State, of tenant: Tenant.ID?) async throws(StoreError) -> Int {
        try await database.read { connection in
            let ofTenant: SQLStatement = tenant.map { "AND tenant = \($0)" } ?? ""
            return try connection.integer("SELECT count(*) FROM jobs WHERE state = \(state.rawValue) \(ofTenant)")
        }
    }

    func cancelJob(
        _ id: Job.ID, of tenant: Tenant.ID, by principal: Principal, now: Date
    )
        async throws(StoreError) -> Job?
    {
        try await database.write { connection in
            let row = try connection.row(
                """
                UPDATE jobs SET state = 'cancelled', finished = \(now), owner = NULL, lease_until = NULL
                WHERE id = \(id) AND tenant = \(tenant) AND state IN ('queued', 'running')
                RETURNING \(words: Job.columns)
                """)
            guard let job = try row.map(Job.init) else { return try connection.job(id, of: tenant) }
            try connection.append(job.event("job.cancelled", by: principal), at: now)
            return job
        }
    }
}

extension SQLConnection {
    func job(_ id: Job.ID, of tenant: Tenant.ID) throws(StoreError) -> Job? {
        try row("SELECT \(words: Job.columns) FROM jobs WHERE id = \(id) AND tenant = \(tenant)").map(Job.init)
    }
}
