import EmissionsReports
import EmissionsStore
import EmissionsWorkerMessages
import HTTPTypes
import Hummingbird

/// Documents are checked and converted, and what came of it is shown. Nothing of it is kept unless somebody who is
/// signed in asks for it.
struct CheckPages {
    let site: Site
    let keeping: Keeping
    let access: AccessControl
    private var checking: Checking { keeping.checking }

    func add(to router: some RouterMethods<ServiceContext>) {
        router.post("check", use: check)
        router.post("convert", use: check)
        router.post("check/report", use: report)
        router.post("convert/output", use: output)
    }

    @Sendable private func check(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let form = try await UploadForm(request, access.settings)
        let choice = try CheckingChoice(form)
        if form["keep"] != nil, !choice.isConversion { return try await keep(form, choice, context) }
        let documents = await checked(form.documents, choice)
        let page = ResultPage(site.texts, documents, choice)
        return site.page(page.heading, at: .check, ("result", page.value), for: context)
    }

    /// Keeps what was chosen, and leads to it.
    private func keep(
        _ form: UploadForm, _ choice: CheckingChoice, _ context: ServiceContext
    ) async throws -> Response {
        let identity = try context.requiredIdentity
        guard identity.may(.submit) else { throw Problem.forbidden(.submit) }
        if let previous = form["previous"] {
            let kept = KeptSubmissions(keeping: keeping, audit: access.audit)
            _ = try await kept.submission(previous, identity)
        }
        var last: StoredSubmission?
        for upload in form.documents {
            let wishes = Keeping.Wishes(
                query: choice.named(upload.name), label: form["label"], previous: form["previous"])
            let object = try await keeping.keep(upload, of: identity.tenant)
            var work = checking.request(.validate, wishes.query)
            (work.reports, work.maxFindings) = (KeptAnswer.forms, keeping.settings.maxFindings)
            work.wantsFigures = true
            let answer = try await checking.answer(work, upload)
            last = try await keeping.submit(object, wishes, by: identity.principal, answer)
        }
        guard let last, form.documents.count == 1 else { return .redirect(to: "/submissions") }
        return .redirect(to: "/submissions/\(last.id)")
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
            if choice.isConversion { return try .init(try await checking.convert(upload, query)) }
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
        let form = try await UploadForm(request, access.settings)
        let choice = try CheckingChoice(form), upload = form.documents[0]
        let report = try ReportFormat(named: form["form"])
        let answer = try await checking.validate(upload, choice.named(upload.name), [report])
        return .download(
            answer.report(report.rawValue) ?? [], ReportChoice.mediaType(report),
            named: report.fileName(for: upload.name))
    }

    @Sendable private func output(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let form = try await UploadForm(request, access.settings)
        let choice = try CheckingChoice(form), upload = form.documents[0]
        guard choice.isConversion else { throw Problem.unknown("to", "", CheckingQuery.writtenNames) }
        let conversion = try await checking.convert(upload, choice.named(upload.name))
        return try conversion.saved(as: upload.name, onlyAccount: form["part"] == "loss")
    }
}

extension Conversion {
    /// The output to be saved, or the account of values in its place.
    func saved(as name: String, onlyAccount: Bool) throws -> Response {
        if onlyAccount, let loss = answer.loss {
            return .download(loss, ReportChoice.mediaType(.json), named: "\(name).loss.json")
        }
        var response = try self.response(wantsAll: false)
        if let output = answer.reply.output {
            let stem = name.split(separator: ".").dropLast().joined(separator: ".")
            response.headers[.contentDisposition] = ContentDisposition.attachment(
                "\(stem.isEmpty ? name : stem).\(output.format).\(output.fileExtension)")
        }
        return response
    }
}

extension ReportFormat {
    /// - Throws: ``Problem`` where there is no such form.
    init(named name: String?) throws(Problem) {
        guard let form = ReportFormat(rawValue: name ?? "html") else {
            throw .unknown("form", name ?? "", Self.allCases.map(\.rawValue))
        }
        self = form
    }

    func fileName(for document: String) -> String {
        "\(document).report.\(self == .junit ? "xml" : self == .text ? "txt" : rawValue)"
    }
}
