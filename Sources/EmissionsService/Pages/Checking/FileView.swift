import EmissionsFormats

/// One file's verdict and findings, as the page shows them.
struct FileView {
    private let texts: Texts
    private let file: ReportDocument.File
    private let groups: [FindingGroup]
    private let anchor: String

    init(_ texts: Texts, _ file: ReportDocument.File, anchor: String) {
        (self.texts, self.file, self.anchor) = (texts, file, anchor)
        groups = FindingGroup.groups(of: file)
    }

    static let mostFiles = 40

    /// The files of a document, the first ones.
    static func values(
        _ texts: Texts, _ report: ReportDocument, _ figures: FiguresDocument?, anchor: String
    ) -> [PageValue] {
        report.files.prefix(mostFiles).enumerated().map { index, file in
            FileView(texts, file, anchor: "\(anchor)-\(index + 1)").value(
                figures?.files.first { $0.path == file.path }, isAlone: report.files.count == 1)
        }
    }

    /// The file for its template. Where it is all of its document, the document's name stands above it.
    func value(_ figures: FiguresDocument.File?, isAlone: Bool) -> PageValue {
        let mail = SupplierMail(file, groups, texts)
        let standing = file.standing
        return [
            "isAccepted": .flag(standing == .accepted), "isWarned": .flag(standing == .warned),
            "isRejected": .flag(standing == .rejected), "isUnreadable": .flag(standing == .unreadable),
            "isUndecided": .flag(standing == .undecided), "anchor": .text(anchor), "path": .text(file.path),
            "isMember": .flag(!isAlone),
            "standing": .text(standing.rawValue), "word": .text(texts["standing.\(standing.rawValue)"]),
            "sentence": .text(
                texts(
                    "sentence.\(standing.rawValue)",
                    [
                        "errors": texts.counted(file.counts.error, "count.error"),
                        "warnings": texts.counted(file.counts.warning, "count.warning"),
                    ])),
            "facts": .list(facts),
            "truncated": .flag(file.truncated),
            "groups": groups.isEmpty
                ? .none
                : .record([
                    "index": .list(
                        groups.map { group in
                            [
                                "anchor": .text("\(anchor)-\(group.code)"), "title": .text(group.title),
                                "severity": .text(group.severity),
                                "severityWord": .text(texts["severity.\(group.severity)"]),
                                "count": .text(texts.counted(group.count, "place")),
                            ]
                        }),
                    "items": .list(groups.map { $0.value(texts, anchor: anchor) }),
                ]),
            "mail": mail.map { ["subject": .text($0.subject), "body": .text($0.body), "anchor": .text(anchor)] }
                ?? .none,
            "charts": figures?.value(texts, anchor: anchor) ?? .none,
        ]
    }

    private var facts: [PageValue] {
        let format = file.format.flatMap { Format.named($0)?.title } ?? file.format
        let facts: [(String, String?)] = [
            ("fact.format", format.map { [$0, file.version].compactMap { $0 }.joined(separator: " ") }),
            ("fact.profile", file.profiles.isEmpty ? nil : file.profiles.joined(separator: ", ")),
            ("fact.records", file.records > 0 ? texts.grouped(file.records) : nil),
            ("fact.errors", texts.grouped(file.counts.error)),
            ("fact.warnings", texts.grouped(file.counts.warning)),
            ("fact.notes", texts.grouped(file.counts.note)),
        ]
        return facts.compactMap { key, text in text.map { ["label": .text(texts[key]), "value": .text($0)] } }
    }
}
