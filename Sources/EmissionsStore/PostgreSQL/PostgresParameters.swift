import CPostgreSQL

/// The values of a statement, as libpq wants them: in binary, with their types, apart from the statement's text.
struct PostgresParameters {
    private var types: [Oid] = []
    private var lengths: [CInt] = []
    private var starts: [Int?] = []
    private var bytes: [UInt8] = [0]

    init(_ values: [SQLValue]) {
        for value in values {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let number): withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
            case .text(let text): bytes += text.utf8
            case .bytes(let some): bytes += some
            }
            types.append(value.postgresType)
            lengths.append(CInt(bytes.count - start))
            starts.append(value == .null ? nil : start)
        }
        bytes.append(0)
    }

    func run(_ text: String, on connection: OpaquePointer) throws(StoreError) -> PostgresResult {
        let result = bytes.withUnsafeBufferPointer { buffer in
            let pointers: [UnsafePointer<CChar>?] = starts.map { start in
                guard let start, let base = buffer.baseAddress else { return nil }
                return UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self)
            }
            let binary = [CInt](repeating: 1, count: starts.count)
            return PQexecParams(connection, text, CInt(starts.count), types, pointers, lengths, binary, 1)
        }
        return try PostgresResult(result, of: connection)
    }
}

/// The numbers of PostgreSQL's own types.
enum PostgresType {
    static let bool: Oid = 16, bytes: Oid = 17, int64: Oid = 20, int16: Oid = 21, int32: Oid = 23, text: Oid = 25
    static let varchar: Oid = 1043
}

extension SQLValue {
    fileprivate var postgresType: Oid {
        switch self {
        case .null: 0
        case .integer: PostgresType.int64
        case .text: PostgresType.text
        case .bytes: PostgresType.bytes
        }
    }
}
