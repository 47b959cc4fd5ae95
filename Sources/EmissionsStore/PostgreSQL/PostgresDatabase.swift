import Dispatch

/// PostgreSQL, for several servers at once.
struct PostgresDatabase: SQLDatabase {
    private let pool: PostgresPool

    init(url: String, connections: Int) { pool = PostgresPool(url: url, size: connections) }

    var dialect: SQLDialect { .postgres }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    )
        async throws(StoreError) -> Result
    {
        try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", attempts: 2, body)
    }

    func write<Result: Sendable>(
        once: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws(StoreError) -> Result {
        try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED", attempts: once ? 1 : 3, body)
    }

    /// Gives the space of deleted rows free. The pages that held them are overwritten as others fill them.
    func eraseDeleted(afterPurge: Bool) async throws(StoreError) {
        guard afterPurge else { return }
        try await pool.withConnection(beginning: "") { (connection) throws(StoreError) in
            for table in ["findings", "finding_codes", "submissions", "jobs", "repeatable_requests"] {
                try connection.run(script: "VACUUM \(table)")
            }
        }
    }

    /// PostgreSQL has its own: `pg_dump`.
    func copy(to path: String) async throws(StoreError) -> Bool { false }

    func close() async throws(StoreError) { pool.close() }

    /// Runs a transaction again if PostgreSQL broke it off to let another through.
    private func transaction<Result: Sendable>(
        _ beginning: String, attempts: Int, _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws(StoreError) -> Result {
        var attempt = 1
        while true {
            do {
                return try await pool.withConnection(beginning: beginning) { (connection) throws(StoreError) in
                    try connection.finishTransaction(body)
                }
            } catch StoreError.interrupted where attempt < attempts {
                attempt += 1
            } catch {
                throw error
            }
        }
    }
}

extension PostgresConnection {
    fileprivate func finishTransaction<Result>(
        _ body: (any SQLConnection) throws -> Result
    ) throws(StoreError) -> Result {
        do {
            let result = try body(self)
            try run(script: "COMMIT")
            return result
        } catch {
            if isAlive { try run(script: "ROLLBACK") }
            throw error as? StoreError ?? .database("the work on the database failed")
        }
    }
}
