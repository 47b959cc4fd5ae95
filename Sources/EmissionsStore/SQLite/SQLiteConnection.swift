import Foundation
import GRDB

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
            for row in rows {
                statement.setUncheckedArguments(StatementArguments(row.map(\.databaseValue)))
                try statement.execute()
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
