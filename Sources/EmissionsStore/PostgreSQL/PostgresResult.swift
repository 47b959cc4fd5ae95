import CPostgreSQL

/// What PostgreSQL answered. It is freed when it goes.
final class PostgresResult {
    private let handle: OpaquePointer

    /// Throws if the answer is a refusal.
    init(_ handle: OpaquePointer?, of connection: OpaquePointer) throws(StoreError) {
        guard let handle else { throw .unavailable("the connection to PostgreSQL was lost") }
        self.handle = handle
        switch PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_EMPTY_QUERY: break
        default:
            guard PQstatus(connection) == CONNECTION_OK else {
                throw .unavailable("the connection to PostgreSQL was lost")
            }
            throw Self.refusal(state: field("C"), constraint: field("n"))
        }
    }

    deinit { PQclear(handle) }

    var changedRows: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    func rows() throws(StoreError) -> [SQLRow] {
        let columns = PQnfields(handle)
        var rows: [SQLRow] = []
        for row in 0..<PQntuples(handle) {
            var values: [SQLValue] = []
            for column in 0..<columns { values.append(try value(row, column)) }
            rows.append(SQLRow(values))
        }
        return rows
    }

    private func value(_ row: CInt, _ column: CInt) throws(StoreError) -> SQLValue {
        guard PQgetisnull(handle, row, column) == 0, let start = PQgetvalue(handle, row, column) else { return .null }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(handle, row, column)))
        switch PQftype(handle, column) {
        case PostgresType.int64, PostgresType.int32, PostgresType.int16:
            let sign: Int64 = (bytes.first ?? 0) < 128 ? 0 : -1
            return .integer(bytes.reduce(sign) { $0 << 8 | Int64($1) })
        case PostgresType.bool: return .integer(bytes.first == 0 ? 0 : 1)
        case PostgresType.text, PostgresType.varchar: return .text(String(decoding: bytes, as: UTF8.self))
        case PostgresType.bytes: return .bytes([UInt8](bytes))
        default: throw .damaged("PostgreSQL answered with a value of an unexpected type")
        }
    }

    private func field(_ name: Unicode.Scalar) -> String? {
        PQresultErrorField(handle, CInt(name.value)).map { String(cString: $0) }
    }

    /// The text of PostgreSQL's messages may hold values, so only their numbers and names are told.
    private static func refusal(state: String?, constraint: String?) -> StoreError {
        let state = state ?? "no reason"
        let name = constraint.map { ", \($0)" } ?? ""
        return switch state {
        case "40001", "40P01": .interrupted
        case "55P03", "57014": .unavailable("PostgreSQL is busy (\(state))")
        case "53100": .unavailable("the disk of PostgreSQL is full")
        case "53300", "57P01", "57P02", "57P03": .unavailable("PostgreSQL takes no more work now (\(state))")
        case "25006": .unavailable("PostgreSQL takes no changes now (\(state))")
        default: .database("PostgreSQL refused (\(state)\(name))")
        }
    }
}

extension StoreError {
    /// Two were waiting for each other, and this one was chosen to begin again.
    static let interrupted = StoreError.unavailable("PostgreSQL broke the work off to let other work through")
}
