import EmissionsFormats
import EmissionsReports
import EmissionsRules
import EmissionsWorkerMessages

/// What came of documents that were checked or converted, as the page shows it.
struct ResultPage {
    private let texts: Texts
    private let documents: [CheckedDocument]
    private let choice: CheckingChoice
    /// Carried in one page, all documents together.
    private static let mostCarried = 4 << 20

    init(_ texts: Texts, _ documents: [CheckedDocument], _ choice: CheckingChoice) {
        (self.texts, self.documents, self.choice) = (texts, documents, choice)
    }

    var value: PageValue {
        var room = Self.mostCarried
        let values = documents.enumerated().map { index, document -> PageValue in
            var carried: String?
            if document.upload.size <= room, let text = document.upload.carried {
                carried = text
                room -= document.upload.size
            }
            return value(document, index + 1, carried)
        }
        return [
            "heading": .text(heading), "documents": .list(values),
            "overviewTable": documents.count > 1
                ? ["rows": .list(documents.enumerated().map { row($0 + 1, $1) })] : .none,
        ]
    }

    var heading: String {
        if documents.count == 1, let document = documents.first {
            return texts("result.heading.\(standing(of: document))", ["file": document.upload.name])
        }
        return texts("result.heading.several", ["count": texts.grouped(documents.count)])
    }

    /// The gravest of its files.
    private func standing(of document: CheckedDocument) -> String {
        if case .converted(_, _, let reply) = document.outcome {
            return reply.output == nil ? "unconverted" : "converted"
        }
        let order: [ReportDocument.File.Standing] = [.accepted, .warned, .rejected, .unreadable, .undecided]
        let standings = document.files.map(\.standing)
        return (order.last { standings.contains($0) } ?? .undecided).rawValue
    }

    private func row(_ number: Int, _ document: CheckedDocument) -> PageValue {
        let standing = standing(of: document)
        return [
            "anchor": .text("document-\(number)"), "name": .text(document.upload.name), "standing": .text(standing),
            "word": .text(texts["standing.\(standing)"]), "counts": .text(counts(document.files)),
        ]
    }

    private func counts(_ files: [ReportDocument.File]) -> String {
        let sums = files.reduce(into: (0, 0, 0)) { sums, file in
            sums.0 += file.counts.error
            sums.1 += file.counts.warning
            sums.2 += file.counts.note
        }
        let words = [(sums.0, "count.error"), (sums.1, "count.warning"), (sums.2, "count.note")]
            .filter { $0.0 > 0 }.map { texts.counted($0.0, $0.1) }
        return words.isEmpty ? texts["count.none"] : words.joined(separator: ", ")
    }

    private func value(_ document: CheckedDocument, _ number: Int, _ carried: String?) -> PageValue {
        let anchor = "document-\(number)"
        var value: PageValue = [
            "anchor": .text(anchor), "name": .text(document.upload.name),
            "size": .text(texts.size(document.upload.size)), "digest": .text(document.upload.sha256),
            "isOneOfMany": .flag(documents.count > 1), "carried": PageValue(carried), "fields": .list(choice.fields),
            "targets": .list(Choices.targets(nil)), "target": PageValue(choice.query.to),
            "reports": .list(
                ["html", "csv", "sarif", "json"].map { form in
                    ["form": .text(form), "label": .text(texts["report.\(form)"])]
                }),
        ]
        switch document.outcome {
        case .failed(let problem):
            value["files"] = []
            value["problem"] = ProblemPage.words(problem)
        case .checked(let report, let figures):
            value["files"] = .list(FileView.values(texts, report, figures, anchor: anchor))
            let hidden = report.files.count - FileView.mostFiles
            if hidden > 0 { value["hiddenFiles"] = .text(texts.counted(hidden, "files.hidden")) }
            value["canConvert"] = .flag(report.files.count == 1 && report.files[0].format != nil)
        case .converted(let report, _, _):
            value["files"] = .list(FileView.values(texts, report, nil, anchor: anchor))
            value["isConversion"] = true
            value["conversion"] = Self.conversion(texts, document.outcome)
        }
        return value
    }

    /// What a conversion came to; nothing for anything else.
    static func conversion(_ texts: Texts, _ outcome: CheckedDocument.Outcome) -> PageValue {
        guard case .converted(_, let loss, let reply) = outcome else { return .none }
        let target = [reply.output?.format ?? loss?.target.format, reply.output?.version ?? loss?.target.version]
        let named = Format.named(target[0] ?? "")?.title ?? target[0] ?? ""
        return [
            "title": .text(
                texts(
                    reply.output == nil ? "conversion.refused" : "conversion.done",
                    ["target": [named, target[1] ?? ""].filter { !$0.isEmpty }.joined(separator: " ")])),
            "reason": reply.refusal.map { .text(texts["refusal.\($0.rawValue)"]) } ?? .none,
            "canBeForced": .flag(reply.refusal == .incomplete), "isDone": .flag(reply.output != nil),
            "loss": loss?.value(texts) ?? .none,
        ]
    }
}
