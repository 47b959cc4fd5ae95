import EmissionsFormats
import EmissionsStore
import FoundationEssentials

/// A submission as pages show it.
struct SubmissionView {
    private let texts: Texts
    private let submission: StoredSubmission

    init(_ texts: Texts, _ submission: StoredSubmission) { (self.texts, self.submission) = (texts, submission) }

    private var standing: String {
        switch submission.content.verdict {
        case .valid: submission.content.counts.warnings > 0 ? "warned" : "accepted"
        case .invalid: "rejected"
        case .unreadable: "unreadable"
        case .undecided: "undecided"
        }
    }

    var row: PageValue {
        let content = submission.content
        return [
            "id": .text(submission.id.description), "name": .text(content.fileName), "label": PageValue(content.label),
            "standing": .text(standing), "word": .text(texts["standing.\(standing)"]),
            "errors": .text(texts.grouped(content.counts.errors)),
            "warnings": .text(texts.grouped(content.counts.warnings)), "format": .text(format),
            "created": .text(Self.minute(submission.created)),
            "version": .text(texts("submission.version", ["number": String(submission.version)])),
        ]
    }

    var value: PageValue {
        let content = submission.content
        let facts: [(String, String?)] = [
            ("submission.created", Self.minute(submission.created)), ("submission.format", format),
            ("submission.label", content.label),
            ("submission.number", submission.version > 1 ? String(submission.version) : nil),
            ("submission.expires", content.expires.map(Self.day)), ("fact.size", texts.size(content.size)),
        ]
        return row.merging([
            "digest": .text(content.digest.description),
            "facts": .list(
                facts.compactMap { key, text in
                    text.flatMap { $0.isEmpty ? nil : ["label": .text(texts[key]), "value": .text($0)] }
                }),
        ])
    }

    func version(of shown: StoredSubmission) -> PageValue {
        row.merging(["isShown": .flag(submission.id == shown.id)])
    }

    private var format: String {
        let title = submission.content.format.flatMap { Format.named($0)?.title } ?? submission.content.format
        return [title, submission.content.formatVersion].compactMap { $0 }.joined(separator: " ")
    }

    /// `2026-11-24 16:05 UTC`.
    private static func minute(_ date: Date) -> String {
        let text = date.formatted(.iso8601)
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }

    private static func day(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(10)) }
}

/// What became of the findings of an earlier version.
struct DifferencesView {
    private let texts: Texts
    private let changes: DifferencesJSON
    private let earlier: StoredSubmission
    private static let mostShown = 50

    init(_ texts: Texts, _ changes: DifferencesJSON, since earlier: StoredSubmission) {
        (self.texts, self.changes, self.earlier) = (texts, changes, earlier)
    }

    var value: PageValue {
        let kinds: [(String, DifferencesJSON.Change)] = [
            ("fixed", changes.fixed), ("new", changes.new), ("unchanged", changes.unchanged),
        ]
        return [
            "title": .text(texts("changes.title", ["number": String(earlier.version)])),
            "earlier": .text(earlier.id.description),
            "kinds": .list(
                kinds.map { name, change in
                    let shown = change.items.prefix(Self.mostShown)
                    return [
                        "kind": .text(name), "label": .text(texts["changes.\(name)"]),
                        "count": .text(texts.grouped(change.count)), "isEmpty": .flag(change.count == 0),
                        "list": shown.isEmpty
                            ? .none : ["items": .list(shown.map(item)), "label": .text(texts["changes.\(name).list"])],
                        "hidden": change.count > shown.count
                            ? .text(texts("findings.hidden", ["count": texts.grouped(change.count - shown.count)]))
                            : .none,
                    ]
                }),
        ]
    }

    private func item(_ finding: FindingJSON) -> PageValue {
        let place = finding.line.map { line in
            texts("place.line", ["line": String(line), "column": String(finding.column ?? 1)])
        }
        return [
            "code": .text(finding.code), "severity": .text(finding.severity),
            "severityWord": .text(texts["severity.\(finding.severity)"]),
            "message": .text(finding.message.firstCapitalized), "place": PageValue(place),
        ]
    }
}
