import EmissionsDiagnostics
import EmissionsModel
public import EmissionsSyntax

/// Reads files and says what is wrong with them. Pure: the same bytes give the same report.
public struct Validator: Sendable {
    public var options: ReadingOptions
    public init(_ options: ReadingOptions) { self.options = options }

    public func validate(path: String, _ source: ByteSource) -> FileReport {
        do {
            return validate(try SourceFile(path: path, source))
        } catch {
            return .failed(path: path, error)
        }
    }

    public func validate(_ file: SourceFile) -> FileReport {
        var reading = PartReading(file, options)
        var log = ReadLog(SourceTree())
        while reading.nextPart(&log) != nil {}
        return reading.report
    }
}

extension FileReport {
    /// The report of a file that could not even be begun.
    public static func failed(path: String, _ error: SyntaxError) -> FileReport {
        var report = FileReport(path: path, capacity: 1)
        report.end(with: Verdict(error.kind), error.diagnostic)
        return report
    }
}
