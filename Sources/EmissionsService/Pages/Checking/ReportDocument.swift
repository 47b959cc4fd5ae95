import FoundationEssentials

/// A report as JSON (`schemas/emx-report/1.0`), as much of it as pages show.
struct ReportDocument: Decodable {
    var files: [File]

    struct File: Decodable {
        var path: String
        var format: String?
        var version: String?
        var profiles: [String]
        var records: Int
        var verdict: String
        var counts: Counts
        var countsByCode: [String: Int]
        var truncated: Bool
        var findings: [Finding]
    }

    struct Counts: Decodable {
        var error: Int
        var warning: Int
        var note: Int
    }

    struct Finding: Decodable {
        var code: String
        var severity: String
        var message: String
        var help: String?
        var path: String?
        var location: Location?
        var excerpt: Excerpt?
        var record: String?
        var fix: Fix?
    }

    struct Location: Decodable {
        var part: String?
        var line: Int
        var column: Int
        var pointer: String?
        var xpath: String?
        var cell: String?

        var address: String? { pointer ?? xpath ?? cell }
    }

    struct Excerpt: Decodable {
        var before: String
        var marked: String
        var after: String
    }

    struct Fix: Decodable {
        var safety: String
        var action: String
    }

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }
}

extension ReportDocument.File {
    /// What is said of a file as a whole, in the words of pages.
    enum Standing: String {
        case accepted, warned, rejected, unreadable, undecided
    }

    var standing: Standing {
        switch verdict {
        case "valid": counts.warning > 0 ? .warned : .accepted
        case "invalid": .rejected
        case "unreadable": .unreadable
        default: .undecided
        }
    }
}
