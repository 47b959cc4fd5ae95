/// Rows in the binary form of PostgreSQL's COPY.
struct PostgresCopyBuffer {
    var bytes: [UInt8] = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)

    mutating func append(_ row: [SQLValue]) {
        append(Int16(row.count))
        for value in row {
            switch value {
            case .null: append(Int32(-1))
            case .integer(let number):
                append(Int32(8))
                append(number)
            case .text(var text):
                text.withUTF8 {
                    append(Int32($0.count))
                    bytes.append(contentsOf: $0)
                }
            case .bytes(let some):
                append(Int32(some.count))
                bytes += some
            }
        }
    }

    mutating func end() { append(Int16(-1)) }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
