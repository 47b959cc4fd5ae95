public import EmissionsDiagnostics
public import EmissionsModel
public import EmissionsSyntax

/// Reads files and says what is wrong with them. Pure: the same bytes give the same report.
public struct Validator: Sendable {
    public var options: ReadingOptions
    public init(_ options: ReadingOptions) { self.options = options }

    public func validate(path: String, _ source: ByteSource, _ listener: Listener = Listener()) -> FileReport {
        do {
            return validate(try SourceFile(path: path, source), listener)
        } catch {
            let report = FileReport.failed(path: path, error)
            listener.hear(report)
            return report
        }
    }

    /// Checks a file, and tells of each finding as it comes.
    public func validate(_ file: SourceFile, _ listener: Listener = Listener()) -> FileReport {
        var reading = PartReading(file, options, listener)
        var log = ReadLog(SourceTree())
        while let part = reading.nextPart(&log) { listener.hearPart(part) }
        return reading.report
    }
}

/// Who is told of findings as they come.
public struct Listener {
    /// Whether all findings are told, or only those that the report lists.
    var wantsAll: Bool
    /// Gets a finding, and whether the report lists it.
    var hear: (_ finding: Diagnostic, _ isListed: Bool) -> Void
    /// Gets how usable each footprint is, where that is judged.
    var hearRecord: (RecordUsability) -> Void
    /// Gets each part of the submission, once it was checked.
    var hearPart: (SubmissionPart) -> Void

    public init(
        wantsAll: Bool = false, _ hear: @escaping (Diagnostic, Bool) -> Void = { _, _ in },
        record: @escaping (RecordUsability) -> Void = { _ in }, part: @escaping (SubmissionPart) -> Void = { _ in }
    ) {
        (self.wantsAll, self.hear, hearRecord, hearPart) = (wantsAll, hear, record, part)
    }

    /// Tells of the findings of a file that could not even be begun.
    public func hear(_ report: FileReport) { for finding in report.findings { hear(finding, true) } }
}

extension FileReport {
    /// The report of a file that could not even be begun.
    public static func failed(path: String, _ error: SyntaxError) -> FileReport {
        var report = FileReport(path: path, capacity: 1)
        report.end(with: Verdict(error.kind), error.diagnostic)
        return report
    }
}
