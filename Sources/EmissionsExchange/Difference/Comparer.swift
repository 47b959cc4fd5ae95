import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// Reads two submissions in step and says in the model's terms how they differ, whatever their formats. Pure: the same
/// bytes give the same differences.
public struct Comparer: Sendable {
    /// How A is read, and how B is; rules are not run.
    public var a: ReadingOptions
    public var b: ReadingOptions
    /// Whether values that are the same in other words are listed and counted.
    public var isStrict = false
    /// How many records that are not found in the other file yet may wait for it, of both files together.
    public var heldRecords = 50_000
    /// How many bytes those records may take in their files; in memory it is about twelve times as many.
    public var heldBytes = 64 << 20

    public init(_ a: ReadingOptions, _ b: ReadingOptions) { (self.a, self.b) = (a, b) }

    /// Compares two files to their ends. Records go to `sink` as they are compared, with those that are the same left
    /// out; what it throws is passed on. Headers come last, since a part of one may stand behind the records.
    public func compare(
        _ first: SourceFile, _ second: SourceFile, into sink: (RecordDifference) throws -> Void
    ) rethrows -> DifferenceReport {
        var run = ComparisonRun(self, first, second)
        return try run.run(into: sink)
    }
}

/// One comparison of two files.
private struct ComparisonRun {
    private let comparer: Comparer
    private var sides: (a: FileSide, b: FileSide)
    private var summary = DifferenceSummary()
    private var limit: Diagnostic?

    init(_ comparer: Comparer, _ a: SourceFile, _ b: SourceFile) {
        self.comparer = comparer
        sides = (FileSide(a, comparer.a), FileSide(b, comparer.b))
    }

    mutating func run(into sink: (RecordDifference) throws -> Void) rethrows -> DifferenceReport {
        while limit == nil, !(sides.a.isDone && sides.b.isDone) {
            for record in sides.a.read() {
                if let other = sides.b.take(sameAs: record) {
                    try compare(record, other, .identifier, sink)
                } else {
                    sides.a.held.add(record)
                }
            }
            for record in sides.b.read() {
                if let other = sides.a.take(sameAs: record) {
                    try compare(other, record, .identifier, sink)
                } else {
                    sides.b.held.add(record)
                }
            }
            checkLimits()
            // What can't be read to its end has no verdict, whatever the other file says.
            if !sides.a.report.verdict.isKnown || !sides.b.report.verdict.isKnown { break }
        }
        if limit == nil, sides.a.report.verdict.isKnown, sides.b.report.verdict.isKnown { try finish(sink) }
        return DifferenceReport(a: sides.a.report, b: sides.b.report, summary: summary, limit: limit)
    }

    private mutating func finish(_ sink: (RecordDifference) throws -> Void) rethrows {
        let matching = LateMatching(sides.a.held, sides.b.held)
        for pair in matching.pairs { try compare(pair.a, pair.b, pair.match, sink) }
        for record in matching.onlyA { try report(record, .onlyInA, sink) }
        for record in matching.onlyB { try report(record, .onlyInB, sink) }
        switch (sides.a.header, sides.b.header) {
        case (let a?, let b?): try compare(a, b, nil, sink)
        case (let a?, nil): try report(a, .onlyInA, sink)
        case (nil, let b?): try report(b, .onlyInB, sink)
        case (nil, nil): break
        }
    }

    private mutating func compare(
        _ a: ComparedRecord, _ b: ComparedRecord, _ match: RecordDifference.Match?,
        _ sink: (RecordDifference) throws -> Void
    ) rethrows {
        let found = RecordComparison.differences(a, b, isStrict: comparer.isStrict)
        var record = RecordDifference(kind: a.kind, presence: .both, match: match, title: a.title ?? b.title)
        record.differences = found
        if !found.isEmpty || match != .identifier { (record.a, record.b) = (a.side, b.side) }
        summary.add(record)
        if !comparer.isStrict { record.differences.removeAll { $0.kind == .respelled } }
        if !record.differences.isEmpty { try sink(record) }
    }

    private mutating func report(
        _ record: ComparedRecord, _ presence: RecordDifference.Presence, _ sink: (RecordDifference) throws -> Void
    ) rethrows {
        var difference = RecordDifference(kind: record.kind, presence: presence, title: record.title)
        if presence == .onlyInA { difference.a = record.side } else { difference.b = record.side }
        summary.add(difference)
        try sink(difference)
    }

    private mutating func checkLimits() {
        let count = sides.a.held.count + sides.b.held.count, bytes = sides.a.held.bytes + sides.b.held.bytes
        if count > comparer.heldRecords {
            limit = Diagnostic("DIF-001", .error, .records(comparer.heldRecords), help: .held)
        } else if bytes > comparer.heldBytes {
            limit = Diagnostic("DIF-001", .error, .bytes(comparer.heldBytes), help: .held)
        }
    }
}

/// One of the two files, as far as it was read.
private struct FileSide {
    private var reading: PartReading
    var held = HeldRecords()
    private(set) var header: ComparedRecord?
    private(set) var isDone = false

    init(_ file: SourceFile, _ options: ReadingOptions) {
        var options = options
        options.profiles = []
        reading = PartReading(file, options)
    }

    var report: FileReport { reading.report }

    /// The records of the next part; none where it is a header, or there are no more.
    mutating func read() -> [ComparedRecord] {
        guard !isDone else { return [] }
        var log = ReadLog(SourceTree())
        guard let part = reading.nextPart(&log) else {
            isDone = true
            return []
        }
        let source = ReadPart(part, at: reading.place(ofLast: part), log)
        let records = ComparedRecord.all(of: source)
        guard case .header(let read) = part else {
            for record in records { held.see(record) }
            return records
        }
        if !read.isEmpty || !source.unreadable().isEmpty, var last = records.first {
            last.earlier = header.map { $0.earlier + [$0.source] } ?? []
            header = last
        }
        return []
    }

    mutating func take(sameAs record: ComparedRecord) -> ComparedRecord? {
        RecordKeys.name(of: record).flatMap { held.take(named: $0) }
    }
}

extension CodeDescription {
    static let comparing = [
        CodeDescription(
            "DIF-001", .error, "too many records that are not in the other file, or far from where they are there",
            why:
                "A record waits until it is found in the other file. So many would have to wait that memory is not bound "
                + "by the size of a record any more, so nothing is said about the rest.",
            remedy: "Put both files in the same order and leave out what is in one only, or raise the limit with "
                + "--limit heldRecords=N or heldBytes=N.")
    ]
}

extension Diagnostic.Message {
    fileprivate static func records(_ limit: Int) -> Self {
        "more than \(limit) records are not found in the other file yet, the limit is heldRecords"
    }
    fileprivate static func bytes(_ limit: Int) -> Self {
        "records of more than \(limit) bytes are not found in the other file yet, the limit is heldBytes"
    }
}

extension String {
    fileprivate static let held =
        "Put the records of both files in the same order, or raise the limit with --limit heldRecords=N or heldBytes=N."
}
