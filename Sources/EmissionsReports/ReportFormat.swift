public import EmissionsDiagnostics
public import EmissionsExchange

/// A report that is printed file by file, so that many files are never in memory at once.
public protocol FileByFileReport: Sendable {
    /// What stands before the first file.
    mutating func opening() -> [UInt8]
    /// Whether it has every finding, one after another as they come, however many are listed elsewhere.
    var hasAllFindings: Bool { get }
    /// One finding of the file that is being read. Only for a report that has them all.
    mutating func finding(_ finding: Diagnostic, in path: String, isNew: Bool?) -> [UInt8]
    /// How usable one footprint of the file that is being read is. Only for a report that has all findings.
    mutating func record(_ record: RecordUsability, in path: String) -> [UInt8]
    /// What was found in one file, and what of it is new since an earlier report.
    mutating func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8]
    /// What stands behind the last file.
    mutating func closing(_ changes: ChangeSummary?) -> [UInt8]
}

extension FileByFileReport {
    public var hasAllFindings: Bool { false }
    public func finding(_ finding: Diagnostic, in path: String, isNew: Bool?) -> [UInt8] { [] }
    public func record(_ record: RecordUsability, in path: String) -> [UInt8] { [] }
}

/// The forms that a report can have.
public enum ReportFormat: String, CaseIterable, Sendable {
    case text, json, ndjson, sarif, junit, html, csv

    /// A report in this form. Colors are for the one that is read on a terminal, the severity from which on a finding is
    /// a failure for the one that knows only passed and failed.
    public func report(_ colors: TextColors, failingFrom severity: Diagnostic.Severity = .error) -> any FileByFileReport
    {
        switch self {
        case .text: TextReport(colors)
        case .json: JSONReport()
        case .ndjson: NDJSONReport()
        case .sarif: SARIFReport()
        case .junit: JUnitReport(failingFrom: severity)
        case .html: HTMLReport()
        case .csv: CSVReport()
        }
    }
}

extension FileReport {
    /// What to say where not all findings are listed; `nil` where they are.
    var truncation: String? {
        guard isTruncated else { return nil }
        let all = counts.count(atLeast: .note)
        return """
            only \(findings.count.grouped) of \(all.counted("finding")) of \(PlainText.path(path)) listed \
            (--max-findings); all are counted, and --report csv or ndjson lists them all
            """
    }

    /// The listed findings, those that are new since an earlier report first.
    func findingsNewFirst(_ changes: FileChanges?) -> [(finding: Diagnostic, isNew: Bool?)] {
        guard let changes, changes.isNew.count == findings.count else { return findings.map { ($0, nil) } }
        let marked = zip(findings, changes.isNew).map { (finding: $0, isNew: Bool?.some($1)) }
        return marked.filter { $0.isNew == true } + marked.filter { $0.isNew == false }
    }
}
