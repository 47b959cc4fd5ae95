/// What belongs to texts, found by their bytes: no String is made for looking one up.
///
/// Swift's own hash is seeded anew in each process, so that nobody can choose texts that collide.
struct TextTable: Sendable {
    private var entries: [(text: [UInt8], value: Int)] = []
    /// Positions in `entries`, or −1; twice as many as there are entries, or more.
    private var slots: [Int32] = []

    var isEmpty: Bool { entries.isEmpty }

    /// In the order in which they were added.
    var texts: [String] { entries.map { String(decoding: $0.text, as: UTF8.self) } }

    /// Gives a text a value, in place of the one that it had.
    mutating func set(_ text: String, to value: Int) {
        let bytes = Array(text.utf8)
        if 2 * (entries.count + 1) > slots.count { grow() }
        let slot = bytes.withUnsafeBufferPointer { self.slot(of: $0) }
        if slots[slot] >= 0 {
            entries[Int(slots[slot])].value = value
        } else {
            slots[slot] = Int32(entries.count)
            entries.append((bytes, value))
        }
    }

    func value(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !slots.isEmpty else { return nil }
        let found = slots[slot(of: text)]
        return found < 0 ? nil : entries[Int(found)].value
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: max(8, slots.count * 2))
        for (position, entry) in entries.enumerated() {
            slots[entry.text.withUnsafeBufferPointer { slot(of: $0) }] = Int32(position)
        }
    }

    /// Where a text stands, or would.
    private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        let mask = slots.count - 1
        var slot = hasher.finalize() & mask
        while slots[slot] >= 0, !isEqual(text, to: Int(slots[slot])) { slot = (slot + 1) & mask }
        return slot
    }

    private func isEqual(_ text: UnsafeBufferPointer<UInt8>, to entry: Int) -> Bool {
        let other = entries[entry].text
        return other.count == text.count && other.withUnsafeBufferPointer { $0.elementsEqual(text) }
    }
}
