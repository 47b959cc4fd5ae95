import Foundation
import GRDB
import GRDBSQLite

/// A connection to SQLite in the middle of a transaction.
struct SQLiteConnection: SQLConnection {
    let database: GRDB.Database

    var dialect: SQLDialect { .sqlite }

    func rows(_ statement: SQLStatement) throws(StoreError) -> [SQLRow] {
        try SQLiteDatabase.translating { () throws in
            let prepared = try database.cachedStatement(sql: statement.questionMarked)
            let cursor = try Row.fetchCursor(
                prepared, arguments: StatementArguments(statement.values.map(\.databaseValue)))
            var rows: [SQLRow] = []
            while let row = try cursor.next() { rows.append(SQLRow(row.databaseValues.map(SQLValue.init))) }
            return rows
        }
    }

    @discardableResult
    func execute(_ statement: SQLStatement) throws(StoreError) -> Int {
        try SQLiteDatabase.translating { () throws in
            try database.cachedStatement(sql: statement.questionMarked)
                .execute(arguments: StatementArguments(statement.values.map(\.databaseValue)))
            return database.changesCount
        }
    }

    func run(script: String) throws(StoreError) {
        try SQLiteDatabase.translating { () throws in try database.execute(sql: script) }
    }

    /// One prepared statement, run for each row.
    func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws(StoreError) {
        try SQLiteDatabase.translating { () throws in
            let marks = columns.map { _ in "?" }.joined(separator: ", ")
            let statement = try database.makeStatement(
                sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
            // Bound without GRDB's values and arguments between, which would take more time than SQLite itself.
            let handle = statement.sqliteStatement
            for row in rows {
                for (index, value) in row.enumerated() { value.bind(to: handle, at: Int32(index + 1)) }
                let outcome = sqlite3_step(handle)
                sqlite3_reset(handle)
                guard outcome == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: outcome)) }
            }
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bytes(let value): Data(value).databaseValue
        }
    }

    /// SQLite copies the bytes before they go.
    fileprivate func bind(to statement: OpaquePointer, at index: Int32) {
        switch self {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let value): sqlite3_bind_int64(statement, index, value)
        // No address would stand for no value.
        case .text(""): sqlite3_bind_text(statement, index, "", 0, Self.copied)
        case .text(var text):
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    _ = sqlite3_bind_text(statement, index, characters.baseAddress, Int32(bytes.count), Self.copied)
                }
            }
        case .bytes([]): sqlite3_bind_zeroblob(statement, index, 0)
        case .bytes(let bytes): sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), Self.copied)
        }
    }

    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    fileprivate init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let value): .integer(value)
            case .double: .null
            case .string(let value): .text(value)
            case .blob(let value): .bytes([UInt8](value))
            }
    }
}
