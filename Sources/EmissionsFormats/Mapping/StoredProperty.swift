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
}
