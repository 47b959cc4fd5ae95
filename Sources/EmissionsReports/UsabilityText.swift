import EmissionsDiagnostics
import EmissionsExchange
import EmissionsRules

/// How usable footprints are by PACT's usability model, in the words and members that reports share.
extension UsabilityTally {
    private var found: [(level: UsabilityLevel, count: Int)] {
        UsabilityLevel.allCases.map { ($0, count(at: $0)) }.filter { $0.1 > 0 }
    }

    /// `3 footprints at level 1 (indicative), 2 at level 3 (methodologically complete)`.
    var words: String {
        found.enumerated().map { index, entry in
            let count = index == 0 ? entry.count.counted("footprint") : entry.count.grouped
            return "\(count) at level \(entry.level.rawValue) (\(entry.level.title))"
        }.joined(separator: ", ")
    }

    /// What keeps footprints from each level, a line for each.
    var lackingLines: [String] {
        UsabilityLevel.allCases.compactMap { level in
            let fields = lacking(for: level)
            guard !fields.isEmpty else { return nil }
            let left = fields.count - Self.shownFields
            let more = left > 0 ? ", and \(left.counted("more field"))" : ""
            let shown = fields.prefix(Self.shownFields).map(words).joined(separator: ", ")
            return "level \(level.rawValue) lacks \(shown)\(more)"
        }
    }

    private static let shownFields = 6

    private func words(_ field: UsabilityField, _ count: Int) -> String {
        let placeholders = self.placeholders(field)
        var notes = footprints > 1 ? [count.grouped] : []
        if placeholders > 0 {
            notes.append(placeholders < count ? "\(placeholders.grouped) placeholders" : "placeholder")
        }
        return notes.isEmpty ? field.words : "\(field.words) (\(notes.joined(separator: ", ")))"
    }

    private func placeholders(_ field: UsabilityField) -> Int {
        placeholderCounts.first { $0.field == field }?.count ?? 0
    }

    var json: JSONValue {
        [
            "model": .text(UsabilityLevel.source),
            "footprints": .number(footprints),
            "levels": .list(
                UsabilityLevel.allCases.map {
                    ["level": .number($0.rawValue), "title": .text($0.title), "footprints": .number(count(at: $0))]
                }),
            "lacking": .list(UsabilityLevel.allCases.flatMap { lacking(for: $0) }.map(json)),
            "placeholders": .list(placeholderCounts.map(json)),
        ]
    }

    private func json(_ field: UsabilityField, _ count: Int) -> JSONValue {
        [
            "level": .number(field.level.rawValue), "path": .text(field.path.description), "field": .text(field.words),
            "footprints": .number(count),
        ]
    }
}

extension RecordUsability {
    func json(in path: String) -> JSONValue {
        [
            "kind": "record", "file": .text(path), "path": .text("footprints[\(index)]"), "record": JSONValue(subject),
            "usability": [
                "level": .number(usability.level.rawValue), "title": .text(usability.level.title),
                "lacking": .list(usability.lacking.list.map { .text($0.path.description) }),
                "placeholders": .list(usability.placeholders.list.map { .text($0.path.description) }),
            ],
        ]
    }
}
