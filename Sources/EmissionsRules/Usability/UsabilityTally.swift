/// How many footprints of a file reach which level of usability, and what the others lack.
public struct UsabilityTally: Hashable, Sendable {
    private var levels = Array(repeating: 0, count: UsabilityLevel.allCases.count)
    private var lacking = Array(repeating: 0, count: UsabilityField.allCases.count)
    private var placeholders = Array(repeating: 0, count: UsabilityField.allCases.count)

    public init() {}

    public mutating func add(_ usability: Usability) {
        levels[usability.level.rawValue] += 1
        usability.lacking.forEach { lacking[$0] += 1 }
        usability.placeholders.forEach { placeholders[$0] += 1 }
    }

    public mutating func add(_ other: UsabilityTally) {
        for index in levels.indices { levels[index] += other.levels[index] }
        for index in lacking.indices {
            lacking[index] += other.lacking[index]
            placeholders[index] += other.placeholders[index]
        }
    }

    public var footprints: Int { levels.reduce(0, +) }

    public func count(at level: UsabilityLevel) -> Int { levels[level.rawValue] }

    /// What keeps footprints from a level, the most frequent first.
    public func lacking(for level: UsabilityLevel) -> [(field: UsabilityField, count: Int)] {
        ranked(lacking).filter { $0.field.level == level }
    }

    /// The fields whose values say nothing, the most frequent first.
    public var placeholderCounts: [(field: UsabilityField, count: Int)] { ranked(placeholders) }

    private func ranked(_ counts: [Int]) -> [(field: UsabilityField, count: Int)] {
        UsabilityField.allCases.map { ($0, counts[Int($0.rawValue)]) }.filter { $0.1 > 0 }
            .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
    }
}
