public import EmissionsDiagnostics

/// How many records and fields differ, and by how much at most.
public struct DifferenceSummary: Sendable {
    /// Goods and footprints in both submissions, and in one of them only; headers are not counted.
    public private(set) var both = 0
    public private(set) var onlyInA = 0
    public private(set) var onlyInB = 0
    /// Records in both that differ; the header among them.
    public private(set) var differing = 0
    public private(set) var fields: [Difference.Kind: Int] = [:]
    /// Figures that rose, and that fell.
    public private(set) var up = 0
    public private(set) var down = 0
    public private(set) var largest: Largest?
    /// Whether a header is in one submission only.
    public private(set) var isHeaderInOneOnly = false

    /// The greatest relative change, and where.
    public struct Largest: Sendable {
        public var change: RelativeChange
        public var path: FieldPath
        public var kind: RecordDifference.Kind
        public var identifier: String?
    }

    public init() {}

    public func count(_ kind: Difference.Kind) -> Int { fields[kind, default: 0] }

    /// Whether the submissions say different things, or things that can't be compared.
    public var differs: Bool {
        onlyInA + onlyInB > 0 || isHeaderInOneOnly
            || Difference.Kind.allCases.contains { $0 != .respelled && count($0) > 0 }
    }

    mutating func add(_ record: RecordDifference) {
        guard record.presence == .both else {
            if record.kind == .header {
                isHeaderInOneOnly = true
            } else if record.presence == .onlyInA {
                onlyInA += 1
            } else {
                onlyInB += 1
            }
            return
        }
        if record.kind != .header { both += 1 }
        if record.differences.contains(where: { $0.kind != .respelled }) { differing += 1 }
        for difference in record.differences {
            fields[difference.kind, default: 0] += 1
            guard difference.isFigure, let change = difference.change else { continue }
            if change.isIncrease { up += 1 } else { down += 1 }
            if largest.map({ change.exceeds($0.change) }) ?? true {
                largest = Largest(
                    change: change, path: difference.path, kind: record.kind,
                    identifier: record.a?.identifier ?? record.b?.identifier)
            }
        }
    }
}

/// What came of comparing two submissions.
public struct DifferenceReport: Sendable {
    public var a: FileReport
    public var b: FileReport
    public var summary = DifferenceSummary()
    /// Why there is no verdict although both files could be read that far.
    public var limit: Diagnostic?

    /// Whether both files were read to their ends and all of their records were compared.
    public var isWhole: Bool { a.verdict.isKnown && b.verdict.isKnown && limit == nil }
}
