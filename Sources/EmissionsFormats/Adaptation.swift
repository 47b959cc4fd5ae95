public import EmissionsDiagnostics
public import EmissionsModel

/// A part as the target wants it, and what was done for that.
public struct Adaptation: Sendable {
    public var parts: [AdaptedPart]
    /// What the reader of the report should know about it.
    public var findings: [Diagnostic] = []

    public struct AdaptedPart: Sendable {
        public var part: SubmissionPart
        /// Where fields went, from the source's part to this one; the longest prefix counts. Without any, every
        /// field is where it was.
        public var moves: [Move] = []
    }

    public struct Move: Sendable {
        public var from: FieldPath
        public var to: FieldPath
    }

    /// Fields that were restated exactly: another unit, another denominator.
    public var restatements: [Restatement] = []
    /// What the target needs besides and the source says in other words, such as the official identifier of an
    /// indicator; by its place in the source's part.
    public var derived: [FieldPath] = []

    public init(_ parts: [AdaptedPart]) { self.parts = parts }

    /// A part that needs nothing done.
    public static func unchanged(_ part: SubmissionPart) -> Adaptation { Adaptation([AdaptedPart(part: part)]) }
}

extension Adaptation {
    /// A part whose footprints become a part each, as `settle` leaves them; the good that they are of comes along.
    static func ofFootprints(
        _ part: SubmissionPart, _ settle: (_ draft: inout FootprintDraft, _ good: ImportedGood?) -> Void
    ) -> Adaptation {
        var adaptation = Adaptation([])
        func add(_ footprint: ProductFootprint, _ source: FieldPath, _ good: ImportedGood?) {
            var draft = FootprintDraft(footprint: footprint, source: source)
            settle(&draft, good)
            adaptation.parts.append(.init(part: .footprint(draft.footprint), moves: draft.allMoves))
            adaptation.restatements += draft.restatements
            adaptation.findings += draft.findings
            adaptation.derived += draft.derived
        }
        switch part {
        case .header: return .unchanged(part)
        case .footprint(let footprint): add(footprint, FieldPath(), nil)
        case .good(let good):
            let list = FieldPath(\ImportedGood.footprints)
            for (index, footprint) in good.footprints.enumerated() {
                add(footprint, list.appending(.index(index)), good)
            }
        }
        return adaptation
    }
}

extension [Adaptation.Move] {
    /// What went into an item of a list by now goes on to the item's new place.
    mutating func follow(_ places: [Int: Int], in list: FieldPath) {
        for index in indices where self[index].to.hasPrefix(list) {
            guard case .index(let old)? = self[index].to.steps.dropFirst(list.steps.count).first,
                let new = places[old]
            else { continue }
            self[index].to.steps[list.steps.count] = .index(new)
        }
    }
}

/// One value that is said differently in the target and means the same.
public struct Restatement: Hashable, Sendable {
    /// Where it stands in the source's part.
    public var path: FieldPath
    public var before: String
    public var after: String
    /// The arithmetic, or the convention: `1.5 × 12 l`.
    public var reason: String
}
