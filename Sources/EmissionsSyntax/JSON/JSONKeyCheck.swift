/// Finds keys that are given twice in one object.
struct JSONKeyCheck {
    /// A node and the sibling before it that has the same name.
    struct Twin {
        var first: Int
        var second: Int
    }

    private(set) var twins: [Twin] = []
    /// How many twins there are beyond those that are kept.
    private(set) var furtherCount = 0
    /// An open-addressing table of node ids, used for objects with many members.
    private var slots: [Int32] = []

    private static let maximumTwins = 100
    /// Up to this many members, comparing each with each costs less than a table.
    private static let fewMembers = 16

    mutating func removeAll() {
        twins.removeAll(keepingCapacity: true)
        furtherCount = 0
    }

    /// Looks at the names of all children of `parent`.
    ///
    /// A name's shape picks one of 64 bits. Only names whose bit is taken are compared with those before them.
    mutating func check(
        childrenOf parent: Int, nodes: UnsafeMutablePointer<SourceTree.Node>, arena: UnsafeMutableRawPointer
    ) {
        let first = nodes[parent].firstChild
        var taken: UInt64 = 0
        var count = 0
        var child = first
        while child >= 0 {
            count &+= 1
            if count > Self.fewMembers { break }
            let bit = Self.bit(of: nodes[Int(child)].name, arena)
            if taken & bit != 0 { compare(child, withSiblingsFrom: first, nodes, arena) }
            taken |= bit
            child = nodes[Int(child)].next
        }
        guard child >= 0 else { return }
        let before = (twins.count, furtherCount)
        if !compareByTable(from: first, nodes, arena, remaining: child, isKeyed: false) {
            twins.removeLast(twins.count - before.0)
            furtherCount = before.1
            _ = compareByTable(from: first, nodes, arena, remaining: child, isKeyed: true)
        }
    }

    private mutating func compare(
        _ child: Int32, withSiblingsFrom first: Int32, _ nodes: UnsafeMutablePointer<SourceTree.Node>,
        _ arena: UnsafeMutableRawPointer
    ) {
        var sibling = first
        while sibling != child {
            if Self.areEqual(nodes[Int(sibling)].name, nodes[Int(child)].name, arena) {
                return note(sibling, child)
            }
            sibling = nodes[Int(sibling)].next
        }
    }

    /// Puts every member into a table. Those before `remaining` have been compared already.
    ///
    /// The cheap hash gives up, with `false`, when many names fall on each other, as if chosen to. The keyed one
    /// doesn't, since nobody can choose names against it.
    private mutating func compareByTable(
        from first: Int32, _ nodes: UnsafeMutablePointer<SourceTree.Node>, _ arena: UnsafeMutableRawPointer,
        remaining: Int32, isKeyed: Bool
    ) -> Bool {
        var count = 0
        var child = first
        while child >= 0 {
            count += 1
            child = nodes[Int(child)].next
        }
        let mask = (1 << (Int.bitWidth - (2 * count).leadingZeroBitCount)) - 1
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(-1, count: mask + 1))
        child = first
        while child >= 0 {
            let name = nodes[Int(child)].name
            let bytes = UnsafeRawBufferPointer(start: arena + Int(name.start), count: Int(name.count))
            var slot = (isKeyed ? Self.keyedHash(bytes) : Self.hash(bytes)) & mask
            var steps = 0
            while slots[slot] >= 0, !Self.areEqual(nodes[Int(slots[slot])].name, name, arena) {
                steps += 1
                if steps > 64, !isKeyed { return false }
                slot = (slot + 1) & mask
            }
            if slots[slot] < 0 {
                slots[slot] = child
            } else if child >= remaining {
                note(slots[slot], child)
            }
            child = nodes[Int(child)].next
        }
        return true
    }

    private static func keyedHash(_ name: UnsafeRawBufferPointer) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: name)
        return hasher.finalize()
    }

    private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
        var hash = UInt64(name.count)
        var index = 0
        while index &+ 8 <= name.count {
            hash = (hash ^ name.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* multiplier
            hash ^= hash >> 32
            index &+= 8
        }
        var rest: UInt64 = 0
        while index < name.count {
            rest = rest << 8 | UInt64(name[index])
            index &+= 1
        }
        hash = (hash ^ rest) &* multiplier
        return Int(truncatingIfNeeded: hash >> 32)
    }

    /// An odd number whose bits look random: 2⁶⁴ divided by the golden ratio.
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    private mutating func note(_ first: Int32, _ second: Int32) {
        if twins.count < Self.maximumTwins {
            twins.append(Twin(first: Int(first), second: Int(second)))
        } else {
            furtherCount += 1
        }
    }

    /// One of 64 bits, from the length, the beginning and the end of a name.
    @inline(__always)
    private static func bit(of name: SourceTree.Run, _ arena: UnsafeMutableRawPointer) -> UInt64 {
        let count = Int(name.count)
        let bytes = arena + Int(name.start)
        var shape = UInt64(count)
        if count >= 8 {
            shape ^= bytes.loadUnaligned(as: UInt64.self) &* multiplier
            shape ^= (bytes + (count &- 8)).loadUnaligned(as: UInt64.self)
        } else if count >= 4 {
            shape ^= UInt64(bytes.loadUnaligned(as: UInt32.self)) << 32
            shape ^= UInt64((bytes + (count &- 4)).loadUnaligned(as: UInt32.self))
        } else if count > 0 {
            shape ^= UInt64(bytes.load(as: UInt8.self)) << 8
            shape ^= UInt64((bytes + count / 2).load(as: UInt8.self)) << 16
            shape ^= UInt64((bytes + (count &- 1)).load(as: UInt8.self)) << 24
        }
        return 1 << ((shape &* multiplier) >> 58)
    }

    @inline(__always)
    private static func areEqual(_ a: SourceTree.Run, _ b: SourceTree.Run, _ arena: UnsafeMutableRawPointer) -> Bool {
        guard a.count == b.count else { return false }
        let first = arena + Int(a.start), second = arena + Int(b.start)
        var index = 0
        while index < Int(a.count) {
            if (first + index).load(as: UInt8.self) != (second + index).load(as: UInt8.self) { return false }
            index &+= 1
        }
        return true
    }
}
