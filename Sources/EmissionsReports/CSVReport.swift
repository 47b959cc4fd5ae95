public import EmissionsDiagnostics
public import EmissionsExchange
import EmissionsSyntax

/// What was found in some files as a table (RFC 4180) for spreadsheets: one row per finding, all of them.
///
/// Cells come from submissions, and spreadsheets run what looks like a formula: such cells begin with an apostrophe. The
/// byte order mark makes spreadsheets read UTF-8.
public struct CSVReport: FileByFileReport {
    public init() {}

    public func opening() -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        let columns = ["file", "line", "column", "address", "code", "severity", "message", "help", "field"]
        CSVPrinter.row(columns, into: &bytes)
        return bytes
    }

    public var hasAllFindings: Bool { true }

    public func finding(_ finding: Diagnostic, in path: String, isNew: Bool?) -> [UInt8] {
        var bytes: [UInt8] = []
        let place = finding.location
        CSVPrinter.row(
            [
                path == "-" ? PlainText.path(path, place?.part) : Self.cell(path.with(place?.part)),
                place.map { String($0.line) } ?? "",
                place.map { String($0.column) } ?? "", Self.cell(place?.addressText ?? ""), finding.code.description,
                finding.severity.rawValue, Self.cell(finding.message.description), Self.cell(finding.help ?? ""),
                Self.cell(finding.fieldText ?? ""),
            ], into: &bytes)
        return bytes
    }

    public func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] { [] }

    public func closing(_ changes: ChangeSummary?) -> [UInt8] { [] }

    /// One line that no spreadsheet takes for a formula. A tab or line break would come first in disguise, so that they
    /// are looked for before they are replaced.
    static func cell(_ text: String) -> String {
        switch text.unicodeScalars.first {
        // The wide forms are formulas to spreadsheets in some languages.
        case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
            "'" + PlainText.line(text)
        default: PlainText.line(text)
        }
    }
}

extension String {
    /// The path of a file of a package, `a.zip!/dir/b.xml`; of a single file its own.
    func with(_ part: String?) -> String { part.map { self + ArchivedFile.separator + $0 } ?? self }
}

extension SourceLocation {
    /// The place in its syntax as a text; `nil` where it has none.
    var addressText: String? {
        switch address {
        case .pointer(let text), .xpath(let text), .cell(let text): text
        case nil: nil
        }
    }
}

extension Diagnostic {
    /// The field of the model as a text; `nil` for a finding about no field.
    var fieldText: String? { path.flatMap { $0.steps.isEmpty ? nil : $0.description } }
}
