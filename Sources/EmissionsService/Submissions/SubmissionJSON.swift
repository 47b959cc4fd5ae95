import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// A submission as the interface tells of it.
struct SubmissionJSON: Encodable {
    var id: String, fileName: String, label: String?, digest: String, size: Int, format: String?, formatVersion: String?
    var profile: String?, verdict: String, counts: CountsJSON, rules: String?, submitter: String, created: Date
    var expires: Date?, previous: String?, series: String, version: Int, links: [String: String]

    init(_ submission: StoredSubmission) {
        let content = submission.content
        id = submission.id.description
        (fileName, label) = (content.fileName, content.label)
        (digest, size) = ("sha256:\(content.digest)", content.size)
        (format, formatVersion, profile) = (content.format, content.formatVersion, content.profile)
        verdict = content.verdict.rawValue
        counts = CountsJSON(content.counts)
        rules = content.rulePack.map { "sha256:\($0)" }
        submitter = content.submitter.description
        (created, expires) = (submission.created, content.expires)
        previous = content.previous?.description
        (series, version) = (submission.series.description, submission.version)
        let base = "/v1/submissions/\(submission.id)"
        links = ["self": base]
        for name in ["original", "report", "findings", "conversion"] { links[name] = "\(base)/\(name)" }
        if previous != nil { links["differences"] = "\(base)/differences" }
    }

    enum CodingKeys: CodingKey {
        case id, fileName, label, digest, size, format, formatVersion, profile, verdict, counts, rules, submitter
        case created, expires, previous, series, version, links
    }

    // What is not known is said to be null, and not left out.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(fileName, forKey: .fileName)
        try container.encode(label, forKey: .label)
        try container.encode(digest, forKey: .digest)
        try container.encode(size, forKey: .size)
        try container.encode(format, forKey: .format)
        try container.encode(formatVersion, forKey: .formatVersion)
        try container.encode(profile, forKey: .profile)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(counts, forKey: .counts)
        try container.encode(rules, forKey: .rules)
        try container.encode(submitter, forKey: .submitter)
        try container.encode(created, forKey: .created)
        try container.encode(expires, forKey: .expires)
        try container.encode(previous, forKey: .previous)
        try container.encode(series, forKey: .series)
        try container.encode(version, forKey: .version)
        try container.encode(links, forKey: .links)
    }
}

struct CountsJSON: Encodable {
    var error: Int, warning: Int, note: Int
    init(_ counts: SeverityCounts) { (error, warning, note) = (counts.errors, counts.warnings, counts.notes) }
}

struct FindingJSON: Encodable {
    var ordinal: Int, code: String, severity: String, message: String, part: String?, line: Int?, column: Int?
    var path: String?, fingerprint: String

    init(_ finding: StoredFinding) {
        (ordinal, code, severity) = (finding.ordinal, finding.code, finding.severity.rawValue)
        (message, part, line, column) = (finding.message, finding.part, finding.line, finding.column)
        (path, fingerprint) = (finding.path, finding.fingerprint)
    }
}

/// A page of a list.
struct PageJSON<Item: Encodable>: Encodable {
    var items: [Item], total: Int, next: String?

    init<Stored>(_ page: Page<Stored>, _ item: (Stored) -> Item) {
        (items, total, next) = (page.items.map(item), page.total, page.next)
    }

    enum CodingKeys: CodingKey { case items, total, next }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(total, forKey: .total)
        try container.encode(next, forKey: .next)
    }
}

extension Response {
    /// An answer in JSON, the same bytes for the same value.
    static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        var response = Response(status: status)
        response.headers[.contentType] = "application/json"
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: Array(try encoder.encode(value))))
        return response
    }
}
