import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports

/// A report as it is asked for: `json`, or `json=report.json`.
struct ReportRequest {
    let format: ReportFormat
    /// `nil` for standard output.
    let path: String?

    init(_ text: String) throws {
        let pieces = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let format = ReportFormat(rawValue: pieces[0]) else {
            let names = ReportFormat.allCases.map(\.rawValue)
            throw UsageError(
                "there is no report '\(pieces[0])'\(Suggestion(for: pieces[0], among: names)); "
                    + "the reports are \(names.joined(separator: ", "))")
        }
        if pieces.count > 1, pieces[1].isEmpty {
            throw UsageError("--report is '\(text)', expected the name of a file after '='")
        }
        self.format = format
        path = pieces.count > 1 && pieces[1] != "-" ? pieces[1] : nil
    }

    /// The reports that are asked for; the one for a person where none is.
    static func all(_ texts: [String]) throws -> [ReportRequest] {
        let requests = try (texts.isEmpty ? ["text"] : texts).map { try ReportRequest($0) }
        let printed = requests.filter { $0.path == nil }
        if printed.count > 1 {
            let names = printed.map { "'\($0.format.rawValue)'" }.joined(separator: " and ")
            throw UsageError(
                "the reports \(names) can't both go to standard output; give one a file, as "
                    + "--report \(printed[1].format.rawValue)=FILE")
        }
        let paths = requests.compactMap(\.path).filter { $0 != "/dev/null" }
        if let twice = paths.first(where: { path in paths.count { $0 == path } > 1 }) {
            throw UsageError("two reports are to be written to '\(twice)'")
        }
        return requests
    }

    /// Refuses to put a report in the place of a file that is to be read.
    func refuseToOverwrite(_ inputs: [InputFile]) throws {
        guard let path, path != "/dev/null", let written = FileIdentity(path) else { return }
        let isRead = inputs.contains {
            ($0.path == "-" ? FileIdentity(.standardInput) : FileIdentity($0.path)) == written
        }
        if isRead { throw UsageError("'\(path)' is one of the inputs; name another file for the report") }
    }
}

/// A report on its way to where it was asked for.
struct ReportDestination {
    private var report: any FileByFileReport
    /// `nil` for standard output, which has each file's findings as soon as they are known.
    private let output: OutputFile?
    /// What is still to be written.
    private var held: [UInt8] = []
    private static let mostHeld = 1 << 16

    init(_ request: ReportRequest, _ display: DisplayOptions, failingFrom severity: Diagnostic.Severity) throws {
        let colors = request.path == nil ? display.colors(on: .standardOutput) : .off
        report = request.format.report(colors, failingFrom: severity)
        output = try request.path.map { try OutputFile($0) }
    }

    var hasAllFindings: Bool { report.hasAllFindings }

    mutating func begin() throws { try write(report.opening()) }

    mutating func add(_ finding: Diagnostic, in path: String, isNew: Bool?) throws {
        try hold(report.finding(finding, in: path, isNew: isNew))
    }

    mutating func add(_ record: RecordUsability, in path: String) throws { try hold(report.record(record, in: path)) }

    private mutating func hold(_ bytes: [UInt8]) throws {
        held += bytes
        if held.count > Self.mostHeld { try write([]) }
    }

    mutating func add(_ found: FileReport, _ changes: FileChanges?) throws { try write(report.file(found, changes)) }

    mutating func end(_ changes: ChangeSummary?) throws { try write(report.closing(changes)) }

    /// Puts a file under its name, once all reports are whole.
    func publish() throws { try output?.publish() }

    private mutating func write(_ bytes: [UInt8]) throws {
        held += bytes
        if let output { try output.write(held) } else { StandardOutput.write(held) }
        held.removeAll(keepingCapacity: true)
    }
}
