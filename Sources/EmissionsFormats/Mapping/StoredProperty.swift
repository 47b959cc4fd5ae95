/// A property of a record by where it is stored: going by a key path costs more than all else about a value.
struct StoredProperty<Record, Value>: Sendable {
    private let key: any WritableKeyPath<Record, Value> & Sendable
    /// `nil` where it is computed.
    private let offset: Int?

    init(_ key: any WritableKeyPath<Record, Value> & Sendable) {
        (self.key, offset) = (key, MemoryLayout<Record>.offset(of: key))
    }

    @inline(__always)
    func visit(_ record: UnsafePointer<Record>, _ body: (UnsafePointer<Value>) -> Void) {
        if let offset {
            body((UnsafeRawPointer(record) + offset).assumingMemoryBound(to: Value.self))
        } else {
            withUnsafePointer(to: record.pointee[keyPath: key], body)
        }
    }

    /// The same without copying the value, which may be a big record.
    @inline(__always)
    func visit(in record: Record, _ body: (UnsafePointer<Value>) -> Void) {
        withUnsafePointer(to: record) { visit($0, body) }
    }

    @inline(__always)
    subscript(record: Record) -> Value {
        guard let offset else { return record[keyPath: key] }
        return withUnsafePointer(to: record) {
            (UnsafeRawPointer($0) + offset).assumingMemoryBound(to: Value.self).pointee
        }
    }

    @inline(__always)
    func modify(_ record: inout Record, _ body: (inout Value) -> Void) {
        guard let offset else { return body(&record[keyPath: key]) }
        withUnsafeMutablePointer(to: &record) {
            body(&(UnsafeMutableRawPointer($0) + offset).assumingMemoryBound(to: Value.self).pointee)
        }
    }
}
