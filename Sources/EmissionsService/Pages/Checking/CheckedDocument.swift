import EmissionsReports
import EmissionsWorkerMessages

/// A document that was looked at, and what came of it.
struct CheckedDocument {
    let upload: Upload
    let outcome: Outcome

    enum Outcome {
        case checked(ReportDocument, FiguresDocument?)
        case converted(ReportDocument, LossDocument?, WorkerReply)
        /// There is no verdict.
        case failed(Problem)

        init(_ conversion: Conversion) throws {
            let answer = conversion.answer
            self = .converted(
                try ReportDocument(answer.report("json") ?? []), try answer.loss.map { try LossDocument($0) },
                answer.reply)
        }
    }

    var files: [ReportDocument.File] {
        switch outcome {
        case .checked(let report, _), .converted(let report, _, _): report.files
        case .failed: []
        }
    }
}

/// What was asked of documents, as a form has it.
struct CheckingChoice {
    let query: CheckingQuery

    /// - Throws: ``Problem`` where a name is not known.
    init(_ form: UploadForm) throws(Problem) {
        query = try CheckingQuery(
            to: form["to"], profiles: form["profile"].map { [$0] } ?? [],
            allowsIncomplete: form["allow-incomplete"] != nil)
    }

    func named(_ name: String) -> CheckingQuery {
        var query = query
        query.name = name
        return query
    }

    var isConversion: Bool { query.to != nil }

    /// Carried on in the forms of a result.
    var fields: [PageValue] {
        var fields: [(String, String)] = []
        if let profile = query.profiles?.first { fields.append(("profile", profile)) }
        if query.allowsIncomplete { fields.append(("allow-incomplete", "1")) }
        return fields.map { ["name": .text($0), "value": .text($1)] }
    }
}
