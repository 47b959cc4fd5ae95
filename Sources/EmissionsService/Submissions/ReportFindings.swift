import EmissionsStore
import FoundationEssentials

/// The findings in a JSON report, to be kept one by one.
struct ReportFindings: Decodable {
    private struct File: Decodable {
        var path: String
        var findings: [Finding]
    }

    private struct Finding: Decodable {
        var code: String
        var severity: String
        var message: String
        var path: String?
        var fingerprint: String
        var location: Location?
    }

    private struct Location: Decodable {
        var part: String?
        var line: Int
        var column: Int
    }

    private var rules: String?
    private var files: [File]

    init(_ report: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(report)) }

    /// The digest of the rules that were applied.
    var rulePack: Digest? { rules.flatMap { Digest($0.split(separator: ":").last ?? "") } }

    /// In the order of the report.
    var stored: [StoredFinding] {
        let isArchive = files.count > 1
        return files.flatMap { file in file.findings.map { ($0, file.path) } }.enumerated().map { position, item in
            let (finding, file) = item
            return StoredFinding(
                ordinal: position, code: finding.code,
                severity: StoredFinding.Severity(rawValue: finding.severity) ?? .error, message: finding.message,
                part: finding.location?.part ?? (isArchive ? file : nil), line: finding.location?.line,
                column: finding.location?.column, path: finding.path, fingerprint: finding.fingerprint)
        }
    }
}
