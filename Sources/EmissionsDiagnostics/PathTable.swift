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

    /// By path; the root has none.
    private var parents: [Int32] = [-1]
    /// The last step of each path: a name by its number, a position as its complement.
    private var steps: [Int32] = [0]
    private var children = NumberTable()
    private var names: [String] = []
    private var nameNumbers: [String: Int32] = [:]
    /// The key paths that were met, which are kept, so that no other comes to stand at the same address.
    private var keys: [(path: AnyKeyPath, firstName: Int32, count: Int32)] = []
    private var keyNumbers = NumberTable()
    private var namesOfKeys: [Int32] = []

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
        let (_, first, count) = keys[number(of: key)]
        var path = path
        for name in namesOfKeys[Int(first)..<Int(first + count)] { path = child(name, of: path) }
        return path
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
            guard let child = children[Self.key(number, id)] else { return (id, false) }
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

    private static func key(_ step: Int32, _ parent: ID) -> UInt64 {
        UInt64(UInt32(bitPattern: parent.number)) << 32 | UInt64(UInt32(bitPattern: step))
    }

    private func child(_ step: Int32, of parent: ID) -> ID {
        let key = Self.key(step, parent)
        if let known = children[key] { return ID(known) }
        let new = Int32(parents.count)
        parents.append(parent.number)
        steps.append(step)
        children[key] = new
        return ID(new)
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

    private func number(of key: AnyKeyPath) -> Int {
        let address = UInt64(UInt(bitPattern: ObjectIdentifier(key)))
        if let known = keyNumbers[address] { return Int(known) }
        let steps = FieldPath(key).steps
        keyNumbers[address] = Int32(keys.count)
        keys.append((key, Int32(namesOfKeys.count), Int32(steps.count)))
        for step in steps { namesOfKeys.append(number(of: step)) }
        return keys.count - 1
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
            while place >= numbers.count { numbers.append(-1) }
            numbers[place] = newValue.map { Int32($0) } ?? -1
        }
    }
}

/// Numbers by keys that no one outside chooses, so that it needs no hashing against malice.
private struct NumberTable {
    private var keys: [UInt64] = Array(repeating: .max, count: 64)
    private var numbers: [Int32] = Array(repeating: 0, count: 64)
    private var count = 0
    private var shift: UInt64 = 64 - 6

    private func slot(of key: UInt64) -> Int {
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while keys[slot] != key, keys[slot] != .max { slot = (slot &+ 1) & (keys.count &- 1) }
        return slot
    }

    /// Numbers are only added. No key is all ones.
    subscript(key: UInt64) -> Int32? {
        get {
            let slot = slot(of: key)
            return keys[slot] == key ? numbers[slot] : nil
        }
        set {
            guard let newValue else { return }
            if count * 2 >= keys.count { grow() }
            let slot = slot(of: key)
            if keys[slot] != key { count += 1 }
            (keys[slot], numbers[slot]) = (key, newValue)
        }
    }

    private mutating func grow() {
        let (oldKeys, oldNumbers) = (keys, numbers)
        keys = Array(repeating: .max, count: oldKeys.count * 2)
        numbers = Array(repeating: 0, count: oldKeys.count * 2)
        shift -= 1
        for (key, number) in zip(oldKeys, oldNumbers) where key != .max {
            let slot = slot(of: key)
            (keys[slot], numbers[slot]) = (key, number)
        }
    }
}
