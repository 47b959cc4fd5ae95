import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// One pass over a file that is converted.
struct Attempt {
    private let converter: Converter
    private var reading: PartReading
    private var accounting: Accounting
    private var output: Output
    private var count = 0
    /// The whole header, known from a pass before this one.
    private let header: SubmissionHeader?
    private let stopsAtLateHeader: Bool
    /// Whether the target holds one record, and there are more.
    private var needsFolder = false

    init(_ converter: Converter, _ file: SourceFile, header: SubmissionHeader? = nil, stopsAtLateHeader: Bool = false) {
        self.converter = converter
        self.header = header
        self.stopsAtLateHeader = stopsAtLateHeader
        reading = PartReading(file, converter.options)
        accounting = Accounting(converter.target, capacity: converter.maxLosses)
        output = Output(writer: converter.target.writer(converter.version), packages: converter.writesPackage)
    }

    /// Converts part after part.
    ///
    /// - Returns: `false` where it stopped at a part of the header that stands behind records.
    mutating func run(into sink: ([UInt8]) throws -> Void, nextFile: () throws -> Void) rethrows -> Bool {
        var log = ReadLog(SourceTree())
        while let part = reading.nextPart(&log) {
            if case .header = part, output.header != nil, header == nil {
                if stopsAtLateHeader { return false }
                reading.add(
                    log.located(Diagnostic("CNV-010", .error, .lateHeader, help: .lateHeader, path: FieldPath())),
                    below: reading.place(ofLast: part))
                accounting.add(part, &log, Adaptation([]), [], supplied: [], at: reading.place(ofLast: part))
                continue
            }
            if !part.isHeader { try begin(into: sink) }
            try convert(part, &log, into: sink, nextFile: nextFile)
        }
        guard reading.report.verdict.isKnown else { return true }
        try begin(into: sink)
        let piece = output.end()
        for problem in piece.problems { add(problem, below: FieldPath([.name("header")])) }
        try sink(piece.bytes)
        return true
    }

    /// Says that the file can't be read any further, so that what was written is not taken for the whole.
    mutating func end(with error: SyntaxError) {
        reading.end(with: FileReport.Verdict(error.kind), error.diagnostic)
    }

    func report() -> ConversionReport {
        var report = accounting.report(reading.report, converter.target.name, converter.version)
        report.needsFolder = needsFolder
        return report
    }

    /// Begins the output of a source that has no header before its records, with what is supplied for one.
    private mutating func begin(into sink: ([UInt8]) throws -> Void) rethrows {
        guard output.header == nil else { return }
        var part = SubmissionPart.header(header ?? SubmissionHeader())
        let place = FieldPath([.name("header")])
        let supplied = converter.supply?(&part) ?? []
        // A header that is still to come is accounted for when it does.
        if header == nil { accounting.note(supplied: supplied, at: place) }
        let piece = output.write(part).piece
        try sink(piece.bytes)
        for problem in piece.problems { add(problem.withRemedy(in: part), below: place) }
    }

    private mutating func convert(
        _ part: SubmissionPart, _ log: inout ReadLog, into sink: ([UInt8]) throws -> Void,
        nextFile: () throws -> Void
    ) rethrows {
        let place = reading.place(ofLast: part)
        var whole = part
        if case .header = part, let header { whole = .header(header) }
        var supplied = log.supplied + (converter.supply?(&whole) ?? [])
        var adaptation = output.writer.adapt(whole, count)
        if case .header = part {} else { count += 1 }
        supplied += supplyAdapted(&adaptation)
        var written: [Accounting.WrittenPart] = []
        for adapted in adaptation.parts {
            if output.isFull, !part.isHeader {
                if converter.splitsRecords {
                    try sink(output.nextFile())
                    try nextFile()
                } else if !needsFolder {
                    needsFolder = true
                    add(
                        Diagnostic("CNV-011", .error, .severalRecords(converter.target), help: .severalRecords),
                        below: place)
                }
            }
            let (piece, start, document) = output.write(adapted.part)
            try sink(piece.bytes)
            for problem in piece.problems {
                var problem = problem.withRemedy(in: adapted.part)
                problem.path = problem.path.map(adapted.moves.origin)
                add(log.located(problem), below: place)
            }
            written.append(.init(adapted: adapted, document: document, start: start))
        }
        for finding in adaptation.findings where finding.path.map(supplied.contains) != true {
            add(log.located(finding), below: place)
        }
        accounting.add(
            part, &log, adaptation, written, supplied: supplied, listsAdditions: header == nil || !part.isHeader,
            at: place)
    }

    /// Fills in what only the target's kind of part has, and what had no exact form in it.
    private func supplyAdapted(_ adaptation: inout Adaptation) -> [FieldPath] {
        guard let supply = converter.supply else { return [] }
        return adaptation.parts.indices.flatMap { index in
            let moves = adaptation.parts[index].moves
            return supply(&adaptation.parts[index].part).map { moves.origin(of: $0) }
        }
    }

    /// Adds a finding about the target.
    private mutating func add(_ finding: Diagnostic, below place: FieldPath) {
        if finding.severity == .error { accounting.targetErrors += 1 }
        reading.add(finding, below: place, isAboutFile: false)
    }
}

extension SubmissionPart {
    fileprivate var isHeader: Bool { if case .header = self { true } else { false } }

    /// What a field is called where values are supplied, whatever its position.
    fileprivate func assignment(to path: FieldPath) -> FieldPath {
        let names = path.withoutPositions.steps
        return switch self {
        case .header: FieldPath([.name("header")] + names)
        case .footprint: FieldPath([.name("footprint")] + names)
        case .good where names.first == .name("footprints"): FieldPath([.name("footprint")] + names.dropFirst())
        case .good: FieldPath([.name("good")] + names)
        }
    }
}

extension Diagnostic {
    /// With how to supply what is missing in a part.
    fileprivate func withRemedy(in part: SubmissionPart) -> Diagnostic {
        guard help == nil, let path else { return self }
        var finding = self
        finding.help = "Supply it with --set '\(part.assignment(to: path))=VALUE' or --defaults FILE."
        return finding
    }
}

extension Diagnostic.Message {
    fileprivate static let lateHeader: Self =
        "a part of the header stands behind the first record, where it is too late to write it"
    fileprivate static func severalRecords(_ target: Format) -> Self {
        "a file in the format \(target.name) holds one record, and here is another"
    }
}

extension String {
    fileprivate static let lateHeader = "Put it before the records, or give the input as a file that can be read twice."
    fileprivate static let severalRecords =
        "Name a folder for the output, as -o out/: each record becomes a file of its own."
}
