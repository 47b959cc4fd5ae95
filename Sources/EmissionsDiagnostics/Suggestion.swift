/// The known name that an unknown one was likely meant to be.
public struct Suggestion: CustomStringConvertible {
    /// `nil` where no known name is near.
    public let name: String?

    public init(for word: String, among names: [String]) {
        let word = Array(word.prefix(Self.longest + 1).lowercased())
        guard word.count <= Self.longest else {
            name = nil
            return
        }
        let ranked = names.compactMap { name -> (name: String, distance: Int)? in
            let known = Array(name.lowercased()), most = max(1, known.count / 3)
            guard !known.starts(with: word) else { return (name, Self.distance(word, known)) }
            guard abs(known.count - word.count) <= most else { return nil }
            let distance = Self.distance(word, known)
            return distance <= most ? (name, distance) : nil
        }
        // Of two versions that are equally near, the later.
        name = ranked.min { ($0.distance, $1.name) < ($1.distance, $0.name) }?.name
    }

    /// ` (did you mean 'pact'?)`, or nothing.
    public var description: String { name.map { " (did you mean '\($0)'?)" } ?? "" }

    private static let longest = 60

    /// How many letters must be put in, taken out, replaced or swapped with their neighbor to get from one to the other.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
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
