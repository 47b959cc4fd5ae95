import Foundation
import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// SQLite, in a file beside the service.
struct SQLiteDatabase: SQLDatabase {
    private let writer: any DatabaseWriter

    init(path: String) throws(StoreError) {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA secure_delete = ON")
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        try Self.closeToOthers(path)
        writer = try Self.translating { () throws in try DatabasePool(path: path, configuration: configuration) }
    }

    /// A copy that nobody else uses.
    init(reading path: String) throws(StoreError) {
        var configuration = Configuration()
        configuration.readonly = true
        writer = try Self.translating { () throws in try DatabaseQueue(path: path, configuration: configuration) }
    }

    var dialect: SQLDialect { .sqlite }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    )
        async throws(StoreError) -> Result
    {
        do {
            return try await writer.read { try body(SQLiteConnection(database: $0)) }
        } catch {
            throw Self.translated(error)
        }
    }

    func write<Result: Sendable>(
        once: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws(StoreError) -> Result {
        do {
            return try await writer.write { try body(SQLiteConnection(database: $0)) }
        } catch {
            throw Self.translated(error)
        }
    }

    /// What was deleted is overwritten with zeros in the database; the log still has it until it is cut.
    func eraseDeleted(afterPurge: Bool) async throws(StoreError) {
        do {
            try await writer.writeWithoutTransaction { database in
                do {
                    try database.checkpoint(.truncate)
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    // Somebody reads an older state; the next deletion or purge cuts the log.
                }
            }
        } catch {
            throw Self.translated(error)
        }
    }

    /// SQLite's own online backup; the copy is one file, without a log beside it.
    func copy(to path: String) async throws(StoreError) -> Bool {
        let writer = writer
        try await offTheCallersThread { () throws(StoreError) in
            try Self.closeToOthers(path)
            try Self.translating { () throws in
                let copy = try DatabaseQueue(path: path)
                try writer.backup(to: copy)
                try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                try copy.close()
            }
        }
        return true
    }

    /// Makes the file, unless it is there, and leaves it and its logs to this user alone. SQLite gives new logs the
    /// permissions of the database.
    ///
    /// The file is not opened: closing it again would give up all locks that this process has on it.
    private static func closeToOthers(_ path: String) throws(StoreError) {
        guard mknod(path, S_IFREG | 0o600, 0) == 0 || errno == EEXIST else {
            throw .file("can't open the database: \(OpenFile.reason())")
        }
        for file in [path, path + "-wal", path + "-shm"] {
            guard chmod(file, 0o600) == 0 || errno == ENOENT || errno == EPERM else {
                throw .file("can't keep others from reading the database: \(OpenFile.reason())")
            }
        }
    }

    func close() async throws(StoreError) {
        try Self.translating { () throws in try writer.close() }
    }

    static func translating<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
        do { return try body() } catch { throw translated(error) }
    }

    /// SQLite names tables and columns in its messages, but no values.
    static func translated(_ error: any Error) -> StoreError {
        if let error = error as? StoreError { return error }
        guard let error = error as? DatabaseError else { return .database("the database failed") }
        return switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .unavailable("the database is busy")
        case .SQLITE_FULL: .unavailable("the disk of the database is full")
        case .SQLITE_NOTADB: .notAStore("the file is not a database of SQLite")
        case .SQLITE_CORRUPT: .damaged("the database is damaged")
        case .SQLITE_CANTOPEN: .file("can't open the database")
        case .SQLITE_READONLY: .file("the database can't be written to")
        default: .database("the database refused: \(error.message ?? error.resultCode.description)")
        }
    }
}
