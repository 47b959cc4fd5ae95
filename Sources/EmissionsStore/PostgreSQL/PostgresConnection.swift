import CPostgreSQL
import Foundation

/// A connection to PostgreSQL, used by one thread at a time. It is closed when it goes.
final class PostgresConnection: SQLConnection {
    private let handle: OpaquePointer

    var dialect: SQLDialect { .postgres }

    /// Waits until the server answers, or not.
    init(url: String) throws(StoreError) {
        guard let handle = PQconnectdb(url) else { throw .unavailable("no memory for a connection to PostgreSQL") }
        self.handle = handle
        // Notices would go to standard error.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard PQstatus(handle) == CONNECTION_OK else {
            throw .unavailable("PostgreSQL can't be reached: \(Self.firstLine(PQerrorMessage(handle)))")
        }
        // Until a table that has just grown is analyzed, pages of it would be sorted instead of read by the index.
        try run(
            script: """
                SET client_encoding = 'UTF8'; SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = '10min';
                SET enable_bitmapscan = off
                """)
    }

    deinit { PQfinish(handle) }

    /// Whether the server was still there when it was last asked for something.
    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    /// Whether another may have it: it is there, and in no transaction.
    var isIdle: Bool { isAlive && PQtransactionStatus(handle) == PQTRANS_IDLE }

    func rows(_ statement: SQLStatement) throws(StoreError) -> [SQLRow] {
        try PostgresParameters(statement.values).run(statement.numbered, on: handle).rows()
    }

    @discardableResult
    func execute(_ statement: SQLStatement) throws(StoreError) -> Int {
        try PostgresParameters(statement.values).run(statement.numbered, on: handle).changedRows
    }

    func run(script: String) throws(StoreError) { _ = try PostgresResult(PQexec(handle, script), of: handle) }

    /// Copies rows in PostgreSQL's binary form, as they come.
    func insert(into table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws(StoreError) {
        try run(script: "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN (FORMAT binary)")
        var buffer = PostgresCopyBuffer()
        for row in rows {
            buffer.append(row)
            if buffer.bytes.count >= 65_536 {
                try send(buffer.bytes)
                buffer.bytes.removeAll(keepingCapacity: true)
            }
        }
        buffer.end()
        try send(buffer.bytes)
        guard PQputCopyEnd(handle, nil) == 1 else { throw lost }
        while let result = PQgetResult(handle) { _ = try PostgresResult(result, of: handle) }
    }

    private func send(_ bytes: [UInt8]) throws(StoreError) {
        let sent = bytes.withUnsafeBytes { buffer in
            PQputCopyData(handle, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count))
        }
        guard sent == 1 else { throw lost }
    }

    private var lost: StoreError { .unavailable("the connection to PostgreSQL was lost") }

    static func firstLine(_ message: UnsafePointer<CChar>?) -> String {
        guard let message else { return "no reason given" }
        return String(String(cString: message).prefix { !$0.isNewline })
    }
}
