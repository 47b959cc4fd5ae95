import EmissionsReports
import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// What was submitted and kept: the list, and each submission with its versions.
struct SubmissionPages {
    let site: Site
    let keeping: Keeping
    let access: AccessControl
    private var kept: KeptSubmissions { KeptSubmissions(keeping: keeping, audit: access.audit) }
    private var texts: Texts { site.texts }

    func add(to router: Router<ServiceContext>) {
        let reading = router.group("submissions").add(middleware: access.require(.readOwn))
        reading.get(use: list)
        reading.get(":id", use: show)
        reading.get(":id/original", use: original)
        reading.get(":id/report", use: report)
        reading.get(":id/conversion", use: conversion)
        reading.get(":id/output", use: output)
        let removing = router.group("submissions").add(middleware: access.require(.submit))
        removing.get(":id/delete", use: askToRemove)
        removing.post(":id/delete", use: remove)
    }

    // MARK: The list

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let identity = try context.requiredIdentity, query = ListQuery(request)
        var part = try query.page()
        if query.text("limit") == nil { part.size = 25 }
        let page = try await kept.store.submissions(
            of: identity.tenant, matching: try query.filter(for: identity), page: part)
        let names = ["text", "verdict", "format", "from", "to", "code"]
        let isFiltered = names.contains { query.text($0) != nil }
        var value: PageValue = [
            "rows": .list(page.items.map { SubmissionView(texts, $0).row }), "isEmpty": .flag(page.items.isEmpty),
            "isFiltered": .flag(isFiltered), "count": .text(texts.counted(page.total, "submission")),
            "formats": .list(Choices.formats(query.text("format"))),
            "verdicts": .list(
                Verdict.allCases.map { verdict in
                    Choices.choice(verdict.rawValue, texts["verdict.\(verdict.rawValue)"], query.text("verdict"))
                }),
            "isLater": .flag(query.text("cursor") != nil),
        ]
        for name in names { value["\(name)Sought"] = PageValue(query.text(name)) }
        let parameters = names.compactMap { name in query.text(name).map { (name, $0) } }
        if let next = page.next { value["next"] = .text(Self.link(parameters + [("cursor", next)])) }
        value["first"] = .text(Self.link(parameters))
        return site.page(texts["submissions.title"], at: .submissions, ("submissions", value), for: context)
    }

    private static func link(_ parameters: [(String, String)]) -> String {
        "/submissions" + (parameters.isEmpty ? "" : "?")
            + parameters.map { "\($0)=\(ContentDisposition.encoded($1))" }.joined(separator: "&")
    }

    // MARK: One submission

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (submission, identity) = try await found(context)
        try await kept.note(.submissionRead, submission, by: identity)
        var value = SubmissionView(texts, submission).value
        if let answer = try await kept.answer(submission) {
            let report = try ReportDocument(answer.report("json") ?? [])
            let figures = try answer.report("figures").map { try FiguresDocument($0) }
            value["files"] = .list(FileView.values(texts, report, figures, anchor: "file"))
        }
        let versions = try await kept.store.versions(ofSeries: submission.series, of: submission.tenant)
            .filter { identity.mayRead(whatBelongsTo: $0.content.submitter) }
        if versions.count > 1 {
            value["versions"] = ["rows": .list(versions.map { SubmissionView(texts, $0).version(of: submission) })]
        }
        if let earlier = versions.filter({ $0.version < submission.version }).max(by: { $0.version < $1.version }) {
            let changes = try await DifferencesJSON(submission, since: earlier, kept.store)
            value["changes"] = DifferencesView(texts, changes, since: earlier).value
        }
        value["canRemove"] = .flag(identity.may(.submit))
        value["targets"] = .list(Choices.targets(nil))
        value["reports"] = .list(
            KeptAnswer.forms.map { ["form": .text($0), "label": .text(texts["report.\($0)"])] })
        return site.page(submission.content.fileName, at: .submissions, ("submission", value), for: context)
    }

    @Sendable private func original(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (submission, identity) = try await found(context)
        let reader = try await document(submission)
        try await kept.note(.submissionRead, submission, by: identity)
        var response = Response(status: .ok)
        response.headers[.contentType] = "application/octet-stream"
        response.headers[.contentDisposition] = ContentDisposition.attachment(submission.content.fileName)
        response.body = keeping.chunks(reader)
        return response
    }

    @Sendable private func report(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (submission, identity) = try await found(context)
        let form = try ReportFormat(named: ListQuery(request).text("form"))
        guard let bytes = try await kept.answer(submission)?.report(form.rawValue) else {
            throw Problem.notFound("report")
        }
        try await kept.note(.submissionRead, submission, by: identity)
        return .download(
            bytes, ReportChoice.mediaType(form), named: form.fileName(for: submission.content.fileName))
    }

    // MARK: Converting

    @Sendable private func conversion(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (submission, query, conversion) = try await converted(request, context)
        let outcome = try CheckedDocument.Outcome(conversion)
        var value = SubmissionView(texts, submission).value
        value["conversion"] = ResultPage.conversion(texts, outcome)
        value["target"] = PageValue(query.to)
        value["wasForced"] = .flag(query.allowsIncomplete)
        if case .converted(let report, _, _) = outcome {
            value["files"] = .list(FileView.values(texts, report, nil, anchor: "file"))
        }
        return site.page(
            texts("conversion.title", ["file": submission.content.fileName]), at: .submissions,
            ("kept-conversion", value), for: context)
    }

    @Sendable private func output(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (submission, _, conversion) = try await converted(request, context)
        return try conversion.saved(
            as: submission.content.fileName, onlyAccount: ListQuery(request).text("part") == "loss")
    }

    private func converted(
        _ request: Request, _ context: ServiceContext
    ) async throws -> (StoredSubmission, CheckingQuery, Conversion) {
        let (submission, identity) = try await found(context)
        var query = try CheckingQuery(request)
        guard query.to != nil else { throw Problem.unknown("to", "", CheckingQuery.writtenNames) }
        query.name = submission.content.fileName
        query.profiles = submission.content.profile?.split(separator: ",").map(String.init)
        let reader = try await document(submission)
        try await kept.note(.submissionConverted, submission, by: identity, outcome: query.to)
        let conversion = try await keeping.checking.convert(
            file: reader.path, digest: submission.content.digest.description, query)
        withExtendedLifetime(reader) {}
        return (submission, query, conversion)
    }

    // MARK: Removing

    @Sendable private func askToRemove(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (submission, _) = try await found(context)
        return site.page(
            texts("remove.title", ["file": submission.content.fileName]), at: .submissions,
            ("remove", SubmissionView(texts, submission).value), for: context)
    }

    @Sendable private func remove(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (submission, identity) = try await found(context)
        try await kept.store.removeSubmission(
            submission.id, of: submission.tenant, by: identity.principal, now: keeping.now())
        return .redirect(to: "/submissions")
    }

    private func found(_ context: ServiceContext) async throws -> (StoredSubmission, Identity) {
        let identity = try context.requiredIdentity
        return (try await kept.submission(context.parameters.get("id") ?? "", identity), identity)
    }

    private func document(_ submission: StoredSubmission) async throws -> ObjectReader {
        guard let reader = try await kept.store.object(submission.content.digest, of: submission.tenant) else {
            throw Problem.notFound("document")
        }
        return reader
    }
}
