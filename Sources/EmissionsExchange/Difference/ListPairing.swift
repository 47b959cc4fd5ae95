import EmissionsModel

/// Which items of two lists are the same thing, whatever their order.
///
/// First those that are equal; then those that only one item on each side calls by the same name or number; then those
/// that have the most in common.
struct ListPairing {
    /// In the order of A.
    private(set) var both: [(a: Int, b: Int)] = []
    private(set) var onlyA: [Int]
    private(set) var onlyB: [Int]

    /// Up to how many items are compared each with each.
    private static let mostCompared = 24

    init(_ a: [any ModelRecord], _ b: [any ModelRecord]) {
        (onlyA, onlyB) = (Array(a.indices), Array(b.indices))
        pair({ AnyHashable(a[$0]) }, { AnyHashable(b[$0]) }, repeated: true)
        for tier in 0..<ListKeys.tiers {
            pair({ ListKeys.key(of: a[$0], tier) }, { ListKeys.key(of: b[$0], tier) })
        }
        pairLikeliest(a, b)
        both.sort { $0.a < $1.a }
    }

    init(values a: [any Hashable], _ b: [any Hashable]) {
        (onlyA, onlyB) = (Array(a.indices), Array(b.indices))
        pair({ AnyHashable(a[$0]) }, { AnyHashable(b[$0]) }, repeated: true)
    }

    /// Pairs items with the same key. A key that occurs more than once on a side tells nothing apart, unless it stands
    /// for all that is said, when items are counted off.
    private mutating func pair<Key: Hashable>(_ keyA: (Int) -> Key?, _ keyB: (Int) -> Key?, repeated: Bool = false) {
        guard !onlyA.isEmpty, !onlyB.isEmpty else { return }
        var placesA: [Key: [Int]] = [:], placesB: [Key: [Int]] = [:]
        for index in onlyA { if let key = keyA(index) { placesA[key, default: []].append(index) } }
        for index in onlyB { if let key = keyB(index) { placesB[key, default: []].append(index) } }
        var takenA: Set<Int> = [], takenB: Set<Int> = []
        for (key, indices) in placesA {
            guard let others = placesB[key], repeated || indices.count == 1 && others.count == 1 else { continue }
            for (i, j) in zip(indices, others) {
                both.append((i, j))
                takenA.insert(i)
                takenB.insert(j)
            }
        }
        onlyA.removeAll(where: takenA.contains)
        onlyB.removeAll(where: takenB.contains)
    }

    private mutating func pairLikeliest(_ a: [any ModelRecord], _ b: [any ModelRecord]) {
        guard !onlyA.isEmpty, !onlyB.isEmpty, onlyA.count <= Self.mostCompared, onlyB.count <= Self.mostCompared else {
            return
        }
        var candidates: [(common: Int, a: Int, b: Int, words: [String])] = []
        let leavesB = onlyB.map { (place: $0, leaves: ModelLeaves(record: b[$0])) }
        for i in onlyA {
            let leaves = ModelLeaves(record: a[i])
            for (j, others) in leavesB {
                let common = leaves.countShared(with: others)
                guard common > 0 else { continue }
                candidates.append((common, i, j, [leaves.inWords, others.inWords].sorted()))
            }
        }
        // Where several have as much in common, positions differ as little as they can; then the words decide, which are
        // the same whichever file comes first.
        candidates.sort { first, second in
            let (one, other) = (
                (second.common, abs(first.a - first.b)), (first.common, abs(second.a - second.b))
            )
            if one != other { return one < other }
            if first.words != second.words { return first.words.lexicographicallyPrecedes(second.words) }
            return (first.a, first.b) < (second.a, second.b)
        }
        for (_, i, j, _) in candidates {
            guard let placeA = onlyA.firstIndex(of: i), let placeB = onlyB.firstIndex(of: j) else { continue }
            both.append((i, j))
            onlyA.remove(at: placeA)
            onlyB.remove(at: placeB)
        }
    }
}

extension ModelRecord {
    /// The same kind of record with nothing in it.
    var emptied: any ModelRecord { Self() }
}
