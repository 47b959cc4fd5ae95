/// Records of one file that have not been found in the other yet, in the order of the file.
struct HeldRecords {
    private var records: [Int: ComparedRecord] = [:]
    private var named: [String: [Int]] = [:]
    private var next = 0
    private(set) var bytes = 0

    var count: Int { records.count }
    /// How many records of each kind there were at all.
    private(set) var seen: [RecordDifference.Kind: Int] = [:]

    mutating func see(_ record: ComparedRecord) { seen[record.kind, default: 0] += 1 }

    mutating func add(_ record: ComparedRecord) {
        records[next] = record
        bytes += record.byteCount
        if let name = RecordKeys.name(of: record) { named[name, default: []].append(next) }
        next += 1
    }

    /// Hands out the first record with a name.
    mutating func take(named name: String) -> ComparedRecord? {
        guard let index = named[name]?.first else { return nil }
        named[name]?.removeFirst()
        if named[name]?.isEmpty == true { named[name] = nil }
        return take(index)
    }

    private mutating func take(_ index: Int) -> ComparedRecord? {
        guard let record = records.removeValue(forKey: index) else { return nil }
        bytes -= record.byteCount
        return record
    }

    /// What is left, in the order of the file.
    func left() -> [(index: Int, record: ComparedRecord)] {
        records.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
