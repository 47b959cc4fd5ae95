import EmissionsReports
import HTTPTypes
import Hummingbird

/// Documents are checked and converted, and what came of it is shown. Nothing of it is kept.
struct CheckPages {
    let site: Site
    let checking: Checking

    func add(to router: some RouterMethods<ServiceContext>) {
        router.post("check", use: check)
        router.post("convert", use: check)
        router.post("check/report", use: report)
        router.post("convert/output", use: output)
    }

    @Sendable private func check(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try SameOrigin.require(request)
        let form = try await UploadForm(request, checking.uploads)
        let choice = try CheckingChoice(form)
        guard !form.documents.isEmpty else { throw Problem.nothingChosen }
        let documents = await checked(form.documents, choice)
        let value = ResultPage(site.texts, documents, choice).value
        let title =
            if case .text(let title)? = value["heading"] { title } else { site.texts["result.title"] }
        return site.page(title, at: .check, ("result", value))
    }

    /// One worker's answer for each, a few at a time.
    private func checked(_ uploads: [Upload], _ choice: CheckingChoice) async -> [CheckedDocument] {
        await withTaskGroup(of: (Int, CheckedDocument).self) { group in
            var documents: [(Int, CheckedDocument)] = []
            for (index, upload) in uploads.enumerated() {
                if index >= Self.mostAtOnce, let done = await group.next() { documents.append(done) }
                group.addTask { (index, CheckedDocument(upload: upload, outcome: await outcome(upload, choice))) }
            }
            for await done in group { documents.append(done) }
            return documents.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static let mostAtOnce = 4

    private func outcome(_ upload: Upload, _ choice: CheckingChoice) async -> CheckedDocument.Outcome {
        do {
            let query = choice.named(upload.name)
            if choice.isConversion {
                let conversion = try await checking.convert(upload, query)
                let answer = conversion.answer
                return .converted(
                    try ReportDocument(answer.report("json") ?? []), try answer.loss.map { try LossDocument($0) },
                    answer.reply)
            }
            let answer = try await checking.validate(upload, query, [.json], wantsFigures: true)
            return .checked(
                try ReportDocument(answer.report("json") ?? []),
                try answer.report("figures").map { try FiguresDocument($0) })
        } catch {
            return .failed(Problem(error))
        }
    }

    /// The report on a document that the page carried, in one of the forms that are saved.
    @Sendable private func report(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try SameOrigin.require(request)
        let form = try await UploadForm(request, checking.uploads)
        guard let upload = form.documents.first else { throw Problem.nothingChosen }
        let choice = try CheckingChoice(form)
        guard let report = ReportFormat(rawValue: form["form"] ?? "html") else { throw Problem.nothingChosen }
        let answer = try await checking.validate(upload, choice.named(upload.name), [report])
        let ending = report == .sarif ? "sarif" : report == .junit ? "xml" : report.rawValue
        return .download(
            answer.report(report.rawValue) ?? [], ReportChoice.mediaType(report),
            named: "\(upload.name).report.\(ending)")
    }

    @Sendable private func output(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try SameOrigin.require(request)
        let form = try await UploadForm(request, checking.uploads)
        guard let upload = form.documents.first else { throw Problem.nothingChosen }
        let choice = try CheckingChoice(form)
        guard let target = choice.query.to else { throw Problem.unknown("to", "", CheckingQuery.writtenNames) }
        let conversion = try await checking.convert(upload, choice.named(upload.name))
        if form["part"] == "loss", let loss = conversion.answer.loss {
            return .download(loss, ReportChoice.mediaType(.json), named: "\(upload.name).loss.json")
        }
        var response = try conversion.response(wantsAll: false)
        let ending = conversion.answer.reply.output?.fileExtension ?? "bin"
        let name = upload.name.prefix { $0 != "." }
        let format = target.replacing("@", with: "-")
        response.headers[.contentDisposition] = Response.disposition("\(name).\(format).\(ending)")
        return response
    }
}

extension Problem {
    fileprivate static let nothingChosen = Problem(
        "nothing-chosen", .badRequest, "no file was chosen", "go back and choose the file to check")
}
