public import EmissionsDiagnostics
public import EmissionsFormats
public import EmissionsModel
public import EmissionsSyntax

/// Reads a file, rewrites it in another format, and accounts for every value. Pure: the same bytes give the same
/// output and the same report.
public struct Converter: Sendable {
    public var options: ReadingOptions
    public var target: Format
    public var version: String
    /// Called with each part before it is written, to fill in what the source does not say; returns the paths filled.
    public var supply: (@Sendable (inout SubmissionPart) -> [FieldPath])?
    /// How many losses and how many restatements are listed; all losses are counted.
    public var maxLosses = 10_000

    public init(_ options: ReadingOptions, to target: Format, version: String? = nil) {
        self.options = options
        self.target = target
        self.version = version ?? target.writtenVersions.last ?? ""
    }

    /// Converts a file to the end. Whether the output may be published is told by the report.
    ///
    /// Pieces of the output go to `sink` as they are made; what it throws is passed on.
    public func convert(
        _ file: SourceFile, into sink: ([UInt8]) throws -> Void
    ) rethrows
        -> ConversionReport
    {
        var reading = PartReading(file, options)
        var accounting = Accounting(target, version, capacity: maxLosses)
        var output = Output(writer: target.writer(version))
        var log = ReadLog(SourceTree())
        var count = 0
        while var part = reading.nextPart(&log) {
            let place = reading.place(ofLast: part)
            let supplied = supply?(&part) ?? []
            let adaptation = output.writer.adapted(part, index: count)
            if case .header = part {} else { count += 1 }
            var written: [Accounting.WrittenPart] = []
            for adapted in adaptation.parts {
                let (piece, start) = output.write(adapted.part)
                try sink(piece.bytes)
                for problem in piece.problems {
                    reading.add(accounting.located(problem, adapted, &log), below: place)
                    if problem.severity == .error { accounting.targetErrors += 1 }
                }
                written.append(.init(adapted: adapted, header: output.header ?? SubmissionHeader(), start: start))
            }
            for finding in adaptation.findings {
                if finding.severity == .error { accounting.targetErrors += 1 }
                reading.add(log.located(finding), below: place)
            }
            accounting.add(part, &log, adaptation, written, supplied: supplied, at: place)
        }
        let (piece, _) = output.end()
        for problem in piece.problems {
            if problem.severity == .error { accounting.targetErrors += 1 }
            reading.add(problem, below: FieldPath([.name("header")]))
        }
        try sink(piece.bytes)
        return accounting.report(reading.report, target.name, version)
    }

    /// Converts a small file that is in memory.
    public func convert(
        path: String = "-", _ bytes: [UInt8]
    ) throws(SyntaxError) -> (
        output: [UInt8], report: ConversionReport
    ) {
        var output: [UInt8] = []
        let report = convert(try SourceFile(path: path, ByteSource(bytes))) { output += $0 }
        return (output, report)
    }
}

/// What was printed so far, and where the next piece begins.
private struct Output {
    let writer: SubmissionWriter
    private(set) var header: SubmissionHeader?
    private var parts = 0
    private var place = OutputPlace()

    init(writer: SubmissionWriter) { self.writer = writer }

    mutating func write(_ part: SubmissionPart) -> (Written, OutputPlace) {
        var piece = Written()
        if case .header(let header) = part {
            guard self.header == nil else { return (piece, place) }
            piece = begin(header)
            return (piece, OutputPlace())
        }
        if header == nil { piece = begin(SubmissionHeader()) }
        if parts > 0 {
            piece.bytes += writer.between
            place.advance(over: writer.between)
        }
        parts += 1
        let start = place
        let written = writer.write(part, header: header ?? SubmissionHeader())
        place.advance(over: written.bytes)
        piece.bytes += written.bytes
        piece.problems += written.problems
        return (piece, start)
    }

    mutating func end() -> (Written, OutputPlace) {
        var piece = Written()
        if header == nil { piece = begin(SubmissionHeader()) }
        if parts == 0, let header { piece.bytes += writer.write(.header(header), header: header).bytes }
        piece.bytes += writer.ending
        return (piece, place)
    }

    private mutating func begin(_ header: SubmissionHeader) -> Written {
        self.header = header
        let head = writer.begin(header)
        place.advance(over: head.bytes)
        return head
    }
}

/// A place in the output.
struct OutputPlace {
    var offset = 0, line = 1, column = 1

    mutating func advance(over bytes: [UInt8]) {
        offset += bytes.count
        for byte in bytes {
            if byte == 10 {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }
}
