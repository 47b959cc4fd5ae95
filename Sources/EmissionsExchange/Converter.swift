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
    /// Whether each record gets a file of its own where the target's files have room for one.
    public var splitsRecords = false
    /// Whether a package is written rather than a single file, where the target has packages.
    public var writesPackage = false
    /// How many losses and how many restatements are listed; all losses are counted.
    public var maxLosses = 10_000

    public init(_ options: ReadingOptions, to target: Format, version: String? = nil) {
        self.options = options
        self.target = target
        self.version = version ?? target.writtenVersions.last ?? ""
    }

    /// Whether the target has packages.
    public var hasPackages: Bool { target.writer(version).package != nil }

    /// The usual ending of what is written, without the point.
    public var fileExtension: String {
        (writesPackage ? target.writer(version).package?.fileExtension : nil) ?? target.fileExtension
    }

    /// Converts a file to the end. Whether the output may be published is told by the report.
    ///
    /// Pieces of the output go to `sink` as they are made; what it throws is passed on. A file whose header stands
    /// behind its records is read twice: then `startOver` is called, and the output made anew. `nextFile` is called between
    /// two records where ``splitsRecords`` is asked for.
    public func convert(
        _ file: SourceFile, startOver: () throws -> Void, nextFile: () throws -> Void,
        into sink: ([UInt8]) throws -> Void
    ) rethrows -> ConversionReport {
        var attempt = Attempt(self, file, stopsAtLateHeader: file.isReadableAgain)
        if try attempt.run(into: sink, nextFile: nextFile) { return attempt.report() }
        var second: Attempt
        do throws(SyntaxError) {
            guard let again = try file.reopened(), let header = try lastHeader(of: file) else { throw .changed }
            second = Attempt(self, again, header: header)
        } catch {
            attempt.end(with: error)
            return attempt.report()
        }
        try startOver()
        _ = try second.run(into: sink, nextFile: nextFile)
        return second.report()
    }

    /// Converts a file to the end into one file.
    public func convert(
        _ file: SourceFile, startOver: () throws -> Void, into sink: ([UInt8]) throws -> Void
    ) rethrows -> ConversionReport {
        try convert(file, startOver: startOver, nextFile: {}, into: sink)
    }

    /// The header of a file whose parts of a header stand apart, put together by its reader.
    private func lastHeader(of file: SourceFile) throws(SyntaxError) -> SubmissionHeader? {
        guard let file = try file.reopened() else { return nil }
        var reading = PartReading(file, options)
        var log = ReadLog(SourceTree())
        var header: SubmissionHeader?
        while let part = reading.nextPart(&log) {
            if case .header(let read) = part { header = read }
        }
        return header
    }

    /// Converts a small file that is in memory.
    public func convert(
        path: String = "-", _ bytes: [UInt8]
    ) throws(SyntaxError) -> (
        output: [UInt8], report: ConversionReport
    ) {
        var output: [UInt8] = []
        let file = try SourceFile(path: path, ByteSource(bytes), reopen: { ByteSource(bytes) })
        let report = convert(file, startOver: { output = [] }, into: { output += $0 })
        return (output, report)
    }
}

extension SyntaxError {
    fileprivate static let changed = Self(
        .unavailable,
        Diagnostic(
            "IO-001", .error, "the file changed while it was read, and has no header any more",
            help: "Convert it again when nothing writes to it."))
}
