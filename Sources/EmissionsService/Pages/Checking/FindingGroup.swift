import EmissionsDiagnostics
import EmissionsReports

/// The findings of one code in one file: all of them counted, some of them shown.
struct FindingGroup {
    let code: String
    let severity: String
    let count: Int
    /// By place.
    let findings: [ReportDocument.Finding]
    let explanation: CodeExplanation?

    static let mostShown = 100
    private var openShown: Int { severity == "error" ? 8 : 3 }

    /// The groups of a file, the gravest first, then the largest.
    static func groups(of file: ReportDocument.File) -> [FindingGroup] {
        let byCode = Dictionary(grouping: file.findings, by: \.code)
        let groups = file.countsByCode.map { code, count in
            FindingGroup(code: code, count: count, byCode[code] ?? [])
        }
        return groups.sorted { ($1.rank, $1.count, $0.code) < ($0.rank, $0.count, $1.code) }
    }

    private init(code: String, count: Int, _ findings: [ReportDocument.Finding]) {
        (self.code, self.count) = (code, count)
        explanation = CodeExplanation(Diagnostic.Code(code))
        let gravest = findings.map(\.severity).max { Self.rank($0) < Self.rank($1) }
        severity = gravest ?? explanation?.severity.rawValue ?? Diagnostic.Severity.note.rawValue
        self.findings = findings.sorted { ($0.location?.order ?? Self.nowhere) < ($1.location?.order ?? Self.nowhere) }
    }

    private static let nowhere = ("", 0, 0)
    private var rank: Int { Self.rank(severity) }
    private static func rank(_ severity: String) -> Int { ["note", "warning", "error"].firstIndex(of: severity) ?? 0 }

    var title: String { (explanation?.title ?? code).firstCapitalized }

    /// What to do about all of them: what each says of itself, where all say the same.
    var remedy: String {
        let shown = Set(findings.map(\.help))
        if shown.count == 1, let help = findings.first?.help { return help }
        return explanation?.remedy ?? ""
    }

    /// The group for its template; `anchor` begins the names of places on this page.
    func value(_ texts: Texts, anchor: String) -> PageValue {
        let shown = findings.prefix(Self.mostShown).map { value($0, texts) }
        let hidden = count - shown.count
        return [
            "code": .text(code), "anchor": .text("\(anchor)-\(code)"), "severity": .text(severity),
            "severityWord": .text(texts["severity.\(severity)"]), "title": .text(title),
            "count": .text(texts.counted(count, "place")),
            "remedy": .list(Prose.paragraphs(remedy)),
            "why": .list(Prose.paragraphs(explanation?.why ?? "")),
            "findings": .list(Array(shown.prefix(openShown))),
            "more": shown.count > openShown
                ? [
                    "label": .text(texts.counted(shown.count - openShown, "place.more")),
                    "findings": .list(Array(shown.dropFirst(openShown))),
                ] : .none,
            "hidden": hidden > 0 ? .text(texts("findings.hidden", ["count": texts.grouped(hidden)])) : .none,
        ]
    }

    private func value(_ finding: ReportDocument.Finding, _ texts: Texts) -> PageValue {
        let help = finding.help == remedy ? nil : finding.help
        return [
            "message": .text(finding.message.firstCapitalized), "help": PageValue(help),
            "place": PageValue(finding.location?.words(texts)), "address": PageValue(finding.location?.address),
            "record": PageValue(finding.record),
            "excerpt": finding.excerpt.map {
                [
                    "before": .text(String($0.before.drop(while: \.isWhitespace))), "marked": .text($0.marked),
                    "after": .text($0.after),
                ]
            } ?? .none,
            "fix": PageValue(finding.fix.map { texts("finding.fix", ["action": $0.action]) }),
        ]
    }
}

extension ReportDocument.Location {
    fileprivate var order: (String, Int, Int) { (part ?? "", line, column) }

    /// `line 12, column 5`, within which file of an archive.
    func words(_ texts: Texts) -> String {
        let place = texts("place.line", ["line": String(line), "column": String(column)])
        return part.map { "\($0): \(place)" } ?? place
    }
}

/// Markdown of explanations, which have no more of it than paragraphs and code in backticks.
enum Prose {
    static func paragraphs(_ markdown: String) -> [PageValue] {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split { $0.allSatisfy(\.isWhitespace) }.map { lines in
            let pieces = lines.joined(separator: " ").split(separator: "`", omittingEmptySubsequences: false)
            return .record([
                "runs": .list(
                    pieces.enumerated().map { index, piece in
                        ["isCode": .flag(index % 2 == 1 && index < pieces.count - 1), "text": .text(String(piece))]
                    })
            ])
        }
    }

    /// As it is said in a mail.
    static func plain(_ markdown: String) -> String {
        markdown.filter { $0 != "`" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension String {
    var firstCapitalized: String { prefix(1).uppercased() + dropFirst() }
}
