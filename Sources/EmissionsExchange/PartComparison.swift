import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel

/// Compares a part of the source with what the target says of it.
struct PartComparison {
    enum Fate {
        case carried, converted, kept, dropped, unread
        case changed(to: String)

        /// The kind of loss that this is, if it is one.
        var loss: Loss.Kind? {
            switch self {
            case .carried, .converted, .kept: nil
            case .dropped: .dropped
            case .changed: .changed
            case .unread: .unread
            }
        }
        var became: String? { if case .changed(let text) = self { text } else { nil } }
    }

    private let source: ModelLeaves?
    private let adapted: [ModelLeaves]
    private let read: [ModelLeaves]
    private let echoes: [Echo]
    private let restated: Set<FieldPath>
    private let supplied: [FieldPath]
    private let derived: [FieldPath]
    private let carried: [FieldPath: Carried]
    private let kept: Set<Carried>
    /// Whether nothing was done to the part and all of it was read back.
    private let isWhole: Bool

    init(_ part: SubmissionPart, _ adaptation: Adaptation, _ echoes: [Echo], _ supplied: [FieldPath]) {
        self.echoes = echoes
        self.supplied = supplied
        derived = adaptation.derived
        restated = Set(adaptation.restatements.map(\.path))
        carried = part.carried()
        kept = carried.isEmpty ? [] : Set(echoes.flatMap { $0.part.carried().values })
        isWhole =
            echoes.count == 1 && adaptation.restatements.isEmpty && echoes[0].moves.isEmpty
            && echoes[0].adapted == part && echoes[0].part == part
        source = isWhole ? nil : ModelLeaves(part)
        let adapted = isWhole ? [] : echoes.map { ModelLeaves($0.adapted) }
        read = zip(echoes, adapted).map { $0.part == $0.adapted ? $1 : ModelLeaves($0.part) }
        self.adapted = adapted
    }

    /// What became of a field of the source's part that was written `spelled` there.
    func fate(of path: FieldPath, spelled: String) -> Fate {
        if let item = carriedItem(at: path) { return kept.contains(item) ? .kept : .unread }
        if isWhole {
            if echoes[0].isKept(path) { return .kept }
            return echoes[0].isSpelled(spelled, path) ?? true ? .carried : .converted
        }
        guard let source else { return .dropped }
        let values = source.under(path)
        guard !values.isEmpty, let (index, place) = firstPlace(of: path) else { return .dropped }
        var fate = Fate.carried
        for (leaf, value) in values {
            guard let target = echoes[index].moves.place(of: leaf) else { return .dropped }
            let wanted = adapted[index].values[target], found = read[index].values[target]
            guard let wanted, let found else { return .dropped }
            let isRestated = restated.contains { leaf.hasPrefix($0) }
            switch (isRestated ? .sameValue : Likeness(value, wanted), Likeness(wanted, found)) {
            case (.same, .same): continue
            case (.different, _), (_, .different): return .changed(to: words(found))
            default: fate = .converted
            }
        }
        if echoes[index].isKept(place) { return .kept }
        if case .carried = fate, echoes[index].isSpelled(spelled, place) == false { return .converted }
        return fate
    }

    /// Where in the output a field of the source's part is said.
    func target(of path: FieldPath) -> SourceLocation? {
        guard let (index, place) = firstPlace(of: path) else { return nil }
        return echoes[index].location(of: place)
    }

    private func firstPlace(of path: FieldPath) -> (Int, FieldPath)? {
        for index in echoes.indices {
            if let place = echoes[index].moves.place(of: path) { return (index, place) }
        }
        return nil
    }

    private func carriedItem(at path: FieldPath) -> Carried? {
        guard !carried.isEmpty else { return nil }
        var path = path
        while true {
            if let item = carried[path] { return item }
            guard let parent = path.parent else { return nil }
            path = parent
        }
    }

    /// What the target says and the source does not.
    func additions() -> [(path: FieldPath, value: String, target: SourceLocation?)] {
        guard let source else { return [] }
        var added: [(path: FieldPath, value: String, target: SourceLocation?)] = []
        for index in echoes.indices {
            for path in read[index].paths {
                let origin = echoes[index].moves.origin(of: path)
                if source.values[origin] != nil { continue }
                if restated.contains(where: origin.hasPrefix) || supplied.contains(where: origin.hasPrefix) { continue }
                if derived.contains(where: origin.hasPrefix) { continue }
                guard let value = read[index].values[path] else { continue }
                added.append((origin, words(value), echoes[index].location(of: path)))
            }
        }
        return added
    }
}
