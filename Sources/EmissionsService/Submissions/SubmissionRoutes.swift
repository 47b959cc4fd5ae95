import EmissionsReports
import EmissionsStore
import EmissionsWorkerMessages
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// What was submitted and kept.
struct SubmissionRoutes: Sendable {
    let keeping: Keeping
    let jobs: JobDesk
    let repeats: RepeatedRequests
    let audit: Audit

    func add(to router: some RouterMethods<ServiceContext>, _ access: AccessControl) {
        let submitting = router.group("submissions").add(middleware: access.require(.submit))
        submitting.post(use: submit)
        submitting.delete(":id", use: remove)
        let reading = router.group("submissions").add(middleware: access.require(.readOwn))
        reading.get(use: list)
        reading.get(":id", use: show)
        reading.get(":id/original", use: original)
        reading.get(":id/report", use: report)
        reading.get(":id/findings", use: findings)
        reading.get(":id/differences", use: differences)
        reading.get(":id/conversion", use: conversion)
    }

    private var store: any Store { keeping.store }

    // MARK: Submitting

    @Sendable private func submit(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let identity = try context.requiredIdentity
        let wishes = try await wishes(request, identity)
        let upload = try await keeping.checking.receive(request, wishes.query)
        return try await repeats.once(request, identity, upload) {
            let isPatient = request.headers[.prefer]?.lowercased().contains("respond-async") == true
            if isPatient || upload.size > keeping.settings.synchronousBytes {
                return try await jobs.accept(.submit, upload, wishes, by: identity, asPreferred: isPatient)
            }
            let object = try await keeping.keep(upload, of: identity.tenant)
            guard let reader = try await store.object(object.digest, of: identity.tenant) else {
                throw StoreError.notFound("object")
            }
            let work = keeping.request(.validate, wishes.query, file: reader.path)
            let answer = try await keeping.checking.answer(work, upload)
            let submission = try await keeping.submit(object, wishes, by: identity.principal, answer)
            var response = try Response.json(SubmissionJSON(submission), .created)
            response.headers[.location] = "/v1/submissions/\(submission.id)"
            (response.headers[.verdict], response.headers[.errors]) = (answer.reply.verdict, "\(answer.reply.errors)")
            return response
        }
    }

    /// What is asked for; an earlier version that is not there is refused before the document is read.
    func wishes(_ request: Request, _ identity: Identity) async throws -> Keeping.Wishes {
        let query = ListQuery(request)
        let label = query.text("label").map { String($0.prefix(500)) }
        let wishes = Keeping.Wishes(query: try CheckingQuery(request), label: label, previous: query.text("previous"))
        if let previous = wishes.previous { _ = try await submission(previous, identity) }
        return wishes
    }

    // MARK: Reading

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let identity = try context.requiredIdentity, query = ListQuery(request)
        let page = try await store.submissions(
            of: identity.tenant, matching: try query.filter(for: identity), page: try query.page())
        return try .json(PageJSON(page) { SubmissionJSON($0) })
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try .json(SubmissionJSON(try await submission(context)))
    }

    @Sendable private func original(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let submission = try await submission(context)
        guard let reader = try await store.object(submission.content.digest, of: submission.tenant) else {
            throw Problem.notFound("document")
        }
        try await note(.submissionRead, submission, context)
        var response = Response(status: .ok)
        response.headers[.contentType] = "application/octet-stream"
        response.headers[.contentDisposition] = ContentDisposition.attachment(submission.content.fileName)
        response.headers[.contentDigest] = ContentDigest.field(sha256: submission.content.digest.bytes)
        response.body = keeping.chunks(reader)
        return response
    }

    @Sendable private func report(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let submission = try await submission(context)
        guard let digest = submission.content.report else { throw Problem.notFound("report") }
        try await note(.submissionRead, submission, context)
        return try await keeping.kept(digest, of: submission.tenant).response(to: request)
    }

    @Sendable private func findings(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let submission = try await submission(context), query = ListQuery(request)
        let filter = FindingFilter(
            code: query.text("code"), severity: try query.word("severity", StoredFinding.Severity.self))
        let page = try await store.findings(
            of: submission.id, tenant: submission.tenant, matching: filter, page: try query.page())
        return try .json(PageJSON(page) { FindingJSON($0) })
    }

    @Sendable private func differences(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let later = try await submission(context)
        let name = ListQuery(request).text("against") ?? later.content.previous?.description
        guard let name else {
            throw Problem.badValue("against", "", "an earlier submission, as this one is a new version of none")
        }
        let earlier = try await submission(name, try context.requiredIdentity)
        return try .json(try await DifferencesJSON(later, since: earlier, store))
    }

    @Sendable private func conversion(_ request: Request, _ context: ServiceContext) async throws -> Response {
        var query = try CheckingQuery(request)
        guard query.to != nil else { throw Problem.unknown("to", "", CheckingQuery.writtenNames) }
        let submission = try await submission(context)
        guard let reader = try await store.object(submission.content.digest, of: submission.tenant) else {
            throw Problem.notFound("document")
        }
        query.name = submission.content.fileName
        query.profiles = query.profiles ?? submission.content.profile?.split(separator: ",").map(String.init)
        try await note(.submissionConverted, submission, context, outcome: query.to)
        let conversion = try await keeping.checking.convert(
            file: reader.path, digest: submission.content.digest.description, query)
        return try conversion.response(wantsAll: request.headers[.accept]?.contains("multipart/mixed") == true)
    }

    @Sendable private func remove(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let submission = try await submission(context)
        try await store.removeSubmission(
            submission.id, of: submission.tenant, by: try context.requiredIdentity.principal, now: keeping.now())
        return Response(status: .noContent)
    }

    /// The submission that a path names, if it may be read.
    private func submission(_ context: ServiceContext) async throws -> StoredSubmission {
        try await submission(context.parameters.get("id") ?? "", try context.requiredIdentity)
    }

    private func submission(_ name: String, _ identity: Identity) async throws -> StoredSubmission {
        guard let id = StoredSubmission.ID(name), let found = try await store.submission(id, of: identity.tenant),
            identity.mayRead(whatBelongsTo: found.content.submitter)
        else { throw Problem.notFound("submission") }
        return found
    }

    private func note(
        _ action: Audit.Action, _ submission: StoredSubmission, _ context: ServiceContext, outcome: String? = nil
    ) async throws {
        try await audit.note(
            action, by: try context.requiredIdentity, object: submission.id.description,
            digest: submission.content.digest, rulePack: submission.content.rulePack, outcome: outcome)
    }
}

/// How a file is offered under its name (RFC 6266).
enum ContentDisposition {
    static func attachment(_ name: String) -> String {
        let plain = String(
            name.unicodeScalars.map { $0.isASCII && !"\"\\;".unicodeScalars.contains($0) ? Character($0) : "_" })
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded(name))"
    }

    /// With percent signs, as parameters and addresses have it (RFC 5987, RFC 3986).
    static func encoded(_ name: String) -> String {
        let unreserved = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
        let escaped = name.utf8.map { byte -> String in
            let plain = String(UnicodeScalar(byte)), high = String(byte >> 4, radix: 16)
            return unreserved.contains(byte) ? plain : "%\(high)\(String(byte & 15, radix: 16))"
        }
        return escaped.joined()
    }
}

extension KeptAnswer {
    /// The report in the form that is asked for, of those that are kept.
    func response(to request: Request) throws -> Response {
        let form = try ReportChoice.form(accepting: request.headers[.accept])
        guard let bytes = answer.report(form.rawValue) else {
            throw Problem.notAcceptable(
                request.headers[.accept] ?? "",
                ReportChoice.types.filter { Self.forms.contains($0.form.rawValue) }.map(\.type))
        }
        var response = Response(status: .ok)
        response.headers[.contentType] = ReportChoice.mediaType(form)
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        return response
    }
}
