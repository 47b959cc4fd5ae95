/// A step from one version of the database to the next. Steps are added and never changed.
struct Migration: Sendable {
    /// The version that the database has afterwards.
    let version: Int
    let script: @Sendable (SQLDialect) -> String

    static let all: [Migration] = [.first, .second, .third]

    static var latest: Int { all.last?.version ?? 0 }
}

/// Brings a database up to date, whoever else tries at the same time.
enum SchemaUpdate {
    static func run(_ migrations: [Migration] = Migration.all, on database: some SQLDatabase) async throws(StoreError) {
        try await database.write(once: true) { connection in
            // One server at a time; SQLite has one writer anyway.
            if connection.dialect == .postgres {
                try connection.execute("SELECT pg_advisory_xact_lock(7311824119)")
            }
            try connection.refuseStrangers()
            try connection.run(script: "CREATE TABLE IF NOT EXISTS store_schema (version BIGINT NOT NULL)")
            let version = try connection.integer("SELECT coalesce(max(version), 0) FROM store_schema")
            let known = migrations.last?.version ?? 0
            guard version <= known else { throw StoreError.newerSchema(found: version, known: known) }
            for migration in migrations where migration.version > version {
                try connection.run(script: migration.script(connection.dialect))
                try connection.execute("INSERT INTO store_schema (version) VALUES (\(migration.version))")
            }
        }
    }
}

extension SQLConnection {
    /// Another program's tables are left alone.
    fileprivate func refuseStrangers() throws(StoreError) {
        let tables: SQLStatement =
            switch dialect {
            case .sqlite:
                "SELECT count(*), coalesce(sum(name = 'store_schema'), 0) FROM sqlite_schema WHERE type = 'table'"
            case .postgres:
                """
                SELECT count(*), count(*) FILTER (WHERE tablename = 'store_schema') FROM pg_tables
                WHERE schemaname = current_schema()
                """
            }
        guard var row = try row(tables) else { return }
        if try row.integer() > 0, try row.integer() == 0 {
            throw .notAStore("the database holds tables of something else; name a new one")
        }
    }
}
