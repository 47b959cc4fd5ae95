/// ` (did you mean 'pact'?)` for a name that is not known, or nothing where no known name is near.
struct Suggestion: CustomStringConvertible {
    let description: String

    init(for word: String, among names: [String]) {
        let word = word.lowercased()
        let ranked = names.map { (name: $0, distance: Self.distance(word, $0.lowercased())) }
            .filter { $0.distance <= max(1, $0.name.count / 3) || $0.name.lowercased().hasPrefix(word) }
            // Of two versions that are equally near, the later.
            .sorted { ($0.distance, $1.name) < ($1.distance, $0.name) }
        description = ranked.first.map { " (did you mean '\($0.name)'?)" } ?? ""
    }

    /// How many letters must be put in, taken out, replaced or swapped with their neighbor to get from one to the other.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a), b = Array(b)
        var older: [Int] = [], row = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1]
            for j in b.indices {
                var best = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, older[j - 1] + 1) }
                next.append(best)
            }
            (older, row) = (row, next)
        }
        return row[b.count]
    }
}
