/// Field paths as numbers, since one record has thousands of them: a path is its parent and one step more.
///
/// Only paths of the model get into a table, with list positions but without the positions of records, so that it
/// hardly grows from one record of a file to the next.
public final class PathTable {
    /// A path in one table.
    public struct ID: Hashable, Sendable {
        public let number: Int32
        @inlinable public init(_ number: Int32) { self.number = number }
    }

    /// The path of the record itself.
    public static let root = ID(0)

    // No two of these are used at the same time, and asking each time whether they are would cost more than they do.

    /// By path; the root has none.
    @exclusivity(unchecked) private var parents: [Int32] = [-1]
    /// The last step of each path: a name by its number, a position as its complement.
    @exclusivity(unchecked) private var steps: [Int32] = [0]
    @exclusivity(unchecked) private var children = NumberTable()
    @exclusivity(unchecked) private var names: [String] = []
    @exclusivity(unchecked) private var nameNumbers: [String: Int32] = [:]
    /// The key paths that were met, which are kept, so that no other comes to stand at the same address.
    @exclusivity(unchecked) private var keys: [(path: AnyKeyPath, firstName: Int32, count: Int32)] = []
    @exclusivity(unchecked) private var keyNumbers = NumberTable()
    @exclusivity(unchecked) private var namesOfKeys: [Int32] = []

    public init() {}

    public var count: Int { parents.count }

    /// Whether it is better to begin anew than to go on with it.
    public var isLarge: Bool { parents.count > 1 << 16 || keys.count > 1 << 13 }

    public func parent(of path: ID) -> ID? {
        let parent = parents[Int(path.number)]
        return parent < 0 ? nil : ID(parent)
    }

    /// The item at `index` of the list at `path`.
    public func item(_ index: Int, of path: ID) -> ID { child(~Int32(clamping: index), of: path) }

    /// The property `key` of the record at `path`.
    public func property(_ key: AnyKeyPath, of path: ID) -> ID {
        let (first, count) = namesOfKey(key)
        var property = path
        for index in first..<first + count { property = child(namesOfKeys[index], of: property) }
        return property
    }

    /// The path with the last step of another behind it.
    public func child(likeLastOf other: ID, of path: ID) -> ID { child(steps[Int(other.number)], of: path) }

    /// The path `below` that leads on from `path`.
    public func path(_ below: FieldPath, of path: ID = root) -> ID {
        below.steps.reduce(path) { path, step in child(number(of: step), of: path) }
    }

    /// The path, or as much of it as is in the table.
    public func nearest(_ path: FieldPath) -> (id: ID, isWhole: Bool) {
        var id = Self.root
        for step in path.steps {
            let number: Int32
            switch step {
            case .index(let index): number = ~Int32(clamping: index)
            case .name(let name):
                guard let known = nameNumbers[name] else { return (id, false) }
                number = known
            }
            guard let child = children[UInt64(UInt32(bitPattern: number)), id.number] else { return (id, false) }
            id = ID(child)
        }
        return (id, true)
    }

    public subscript(path: ID) -> FieldPath {
        var steps: [FieldPath.Step] = []
        var current = Int(path.number)
        while parents[current] >= 0 {
            let step = self.steps[current]
            steps.append(step < 0 ? .index(Int(~step)) : .name(names[Int(step)]))
            current = Int(parents[current])
        }
        return FieldPath(steps.reversed())
    }

    private func child(_ step: Int32, of parent: ID) -> ID {
        let new = Int32(parents.count)
        let number = children.number(of: UInt64(UInt32(bitPattern: step)), parent.number, ifNew: new)
        if number == new {
            parents.append(parent.number)
            steps.append(step)
        }
        return ID(number)
    }

    private func number(of step: FieldPath.Step) -> Int32 {
        switch step {
        case .index(let index): return ~Int32(clamping: index)
        case .name(let name):
            if let known = nameNumbers[name] { return known }
            let new = Int32(names.count)
            names.append(name)
            nameNumbers[name] = new
            return new
        }
    }

    /// The stretch of the names that a key path has; none at all for one that begins with what is computed.
    private func namesOfKey(_ key: AnyKeyPath) -> (first: Int, count: Int) {
        let address = UInt64(UInt(bitPattern: ObjectIdentifier(key)))
        if let known = keyNumbers[address, 0] {
            return (Int(keys[Int(known)].firstName), Int(keys[Int(known)].count))
        }
        let steps = FieldPath(key).steps
        keyNumbers[address, 0] = Int32(keys.count)
        keys.append((key, Int32(namesOfKeys.count), Int32(steps.count)))
        let first = namesOfKeys.count
        for step in steps { namesOfKeys.append(number(of: step)) }
        return (first, steps.count)
    }
}

/// Numbers of paths of one table, such as those of nodes.
public struct PathNumbers: Sendable {
    @usableFromInline var numbers: [Int32] = []

    public init() {}
    public init(_ table: PathTable) { numbers = Array(repeating: -1, count: table.count) }

    @inlinable public subscript(path: PathTable.ID) -> Int? {
        get {
            let place = Int(path.number)
            guard place < numbers.count else { return nil }
            let number = numbers[place]
            return number < 0 ? nil : Int(number)
        }
        set {
            let place = Int(path.number)
            if place >= numbers.count { grow(to: place) }
            numbers[place] = newValue.map { Int32($0) } ?? -1
        }
    }

    @usableFromInline mutating func grow(to place: Int) {
        numbers.append(contentsOf: repeatElement(-1, count: place + place / 2 + 64 - numbers.count))
    }
}

/// Numbers by keys that no one outside chooses, so that it needs no hashing against malice. A key is a word and a number
/// that is not negative.
private struct NumberTable {
    private struct Entry {
        var word: UInt64
        var other: Int32
        var number: Int32
    }

    private var entries = Array(repeating: Entry(word: 0, other: -1, number: 0), count: 256)
    private var count = 0
    private var shift: UInt64 = 64 - 8

    private func slot(of word: UInt64, _ other: Int32) -> Int {
        let key = (word &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(UInt32(bitPattern: other)) &* 0xD6E8_FEB8_6659_FD93)
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        return entries.withUnsafeBufferPointer { entries in
            while entries[slot].other >= 0, entries[slot].word != word || entries[slot].other != other {
                slot = (slot &+ 1) & (entries.count &- 1)
            }
            return slot
        }
    }

    /// The number of a key, which is a new one if it has none.
    mutating func number(of word: UInt64, _ other: Int32, ifNew new: Int32) -> Int32 {
        if count * 2 >= entries.count { grow() }
        let slot = slot(of: word, other)
        if entries[slot].other >= 0 { return entries[slot].number }
        count += 1
        entries[slot] = Entry(word: word, other: other, number: new)
        return new
    }

    /// Numbers are only added.
    subscript(word: UInt64, other: Int32) -> Int32? {
        get {
            let entry = entries[slot(of: word, other)]
            return entry.other < 0 ? nil : entry.number
        }
        set {
            guard let newValue else { return }
            if count * 2 >= entries.count { grow() }
            let slot = slot(of: word, other)
            if entries[slot].other < 0 { count += 1 }
            entries[slot] = Entry(word: word, other: other, number: newValue)
        }
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: Entry(word: 0, other: -1, number: 0), count: old.count * 4)
        shift -= 2
        for entry in old where entry.other >= 0 { entries[slot(of: entry.word, entry.other)] = entry }
    }
}
