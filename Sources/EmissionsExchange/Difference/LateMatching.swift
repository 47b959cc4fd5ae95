/// Finds out which records that no name connects are the same all the same, and which stand in one file only.
struct LateMatching {
    typealias Pair = (a: ComparedRecord, b: ComparedRecord, match: RecordDifference.Match)

    /// In the order of A.
    private(set) var pairs: [Pair] = []
    private(set) var onlyA: [ComparedRecord] = []
    private(set) var onlyB: [ComparedRecord] = []

    init(_ a: HeldRecords, _ b: HeldRecords) {
        var left = (a: a.left(), b: b.left())
        var found: [(index: Int, pair: Pair)] = []
        func pair(_ match: RecordDifference.Match, _ keys: (ComparedRecord) -> [String]) {
            guard !left.a.isEmpty, !left.b.isEmpty else { return }
            let (placesA, placesB) = (Self.single(left.a, keys), Self.single(left.b, keys))
            var takenA: Set<Int> = [], takenB: Set<Int> = []
            for (place, entry) in left.a.enumerated() {
                for key in keys(entry.record) where placesA[key] == place {
                    guard let other = placesB[key], takenB.insert(other).inserted else { continue }
                    takenA.insert(place)
                    found.append((entry.index, (entry.record, left.b[other].record, match)))
                    break
                }
            }
            left.a = left.a.enumerated().filter { !takenA.contains($0.offset) }.map(\.element)
            left.b = left.b.enumerated().filter { !takenB.contains($0.offset) }.map(\.element)
        }
        for tier in RecordKeys.later { pair(tier.match, tier.keys) }
        pair(.onlyOne) { a.seen[$0.kind] == 1 && b.seen[$0.kind] == 1 ? [$0.kind.rawValue] : [] }
        pairs = found.sorted { $0.index < $1.index }.map(\.pair)
        (onlyA, onlyB) = (left.a.map(\.record), left.b.map(\.record))
    }

    /// The keys that only one record has, and where it is.
    private static func single(
        _ records: [(index: Int, record: ComparedRecord)], _ keys: (ComparedRecord) -> [String]
    ) -> [String: Int] {
        var places: [String: Int?] = [:]
        for (place, entry) in records.enumerated() {
            for key in Set(keys(entry.record)) { places[key] = places[key] == nil ? .some(place) : .some(nil) }
        }
        return places.compactMapValues { $0 }
    }
}
