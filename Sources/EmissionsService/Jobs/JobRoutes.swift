import EmissionsStore
import EmissionsWorkerMessages
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Work that takes long.
struct JobRoutes: Sendable {
    let keeping: Keeping
    let desk: JobDesk
    let repeats: RepeatedRequests
    let submissions: SubmissionRoutes

    func add(to router: some RouterMethods<ServiceContext>, _ access: AccessControl) {
        let submitting = router.group("jobs").add(middleware: access.require(.submit))
        submitting.post(use: begin)
        submitting.delete(":id", use: cancel)
        let reading = router.group("jobs").add(middleware: access.require(.readOwn))
        reading.get(use: list)
        reading.get(":id", use: show)
        reading.get(":id/events", use: follow)
        reading.get(":id/report", use: report)
        reading.get(":id/loss", use: loss)
        reading.get(":id/output", use: output)
    }

    private var store: any Store { keeping.store }

    @Sendable private func begin(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let identity = try context.requiredIdentity
        guard let kind = try ListQuery(request).word("kind", JobKind.self) else {
            throw Problem.unknown("kind", "", JobKind.allCases.map(\.rawValue))
        }
        let wishes = try await submissions.wishes(request, identity)
        if kind == .convert, wishes.query.to == nil { throw Problem.unknown("to", "", CheckingQuery.writtenNames) }
        let upload = try await keeping.checking.receive(request, wishes.query)
        return try await repeats.once(request, identity, upload) {
            try await desk.accept(kind, upload, wishes, by: identity, asPreferred: false)
        }
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let identity = try context.requiredIdentity, query = ListQuery(request)
        let filter = JobFilter(state: try query.word("state", Job.State.self), submitter: identity.submitterFilter)
        let page = try await store.jobs(of: identity.tenant, matching: filter, page: try query.page())
        return try .json(PageJSON(page) { JobJSON($0) })
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await .json(told(try await job(context)))
    }

    @Sendable private func cancel(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let job = try await job(context)
        let principal = try context.requiredIdentity.principal
        let cancelled = try await store.cancelJob(job.id, of: job.tenant, by: principal, now: keeping.now())
        return try await .json(told(cancelled ?? job))
    }

    /// The job at each change, until it has ended or the server stops; whoever listens then connects again.
    @Sendable private func follow(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let first = try await job(context)
        var response = Response(status: .ok)
        response.headers[.contentType] = "text/event-stream"
        response.body = ResponseBody { writer in
            var told: [UInt8] = [], job = first, silence = 0
            while true {
                let event = try JobEvent(try await self.told(job)).bytes
                if event != told {
                    try await writer.write(ByteBuffer(bytes: event))
                    (told, silence) = (event, 0)
                } else if silence >= 30 {
                    // Keeps whatever is between from taking the connection for dead.
                    try await writer.write(ByteBuffer(string: ":\n\n"))
                    silence = 0
                }
                if job.state.isFinal || Task.isShuttingDownGracefully { break }
                try await Task.sleep(for: .milliseconds(500))
                silence += 1
                guard let next = try await store.job(job.id, of: job.tenant) else { break }
                job = next
            }
            try await writer.finish(nil)
        }
        return response
    }

    @Sendable private func report(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (job, report, _) = try await outcome(context)
        guard let report else { throw Problem.notFound("report") }
        return try await keeping.kept(report, of: job.tenant).response(to: request)
    }

    @Sendable private func loss(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (job, report, _) = try await outcome(context)
        guard let report, let loss = try await keeping.kept(report, of: job.tenant).answer.loss else {
            throw Problem.notFound("account")
        }
        var response = Response(status: .ok)
        response.headers[.contentType] = "application/json"
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: loss))
        return response
    }

    @Sendable private func output(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (job, report, output) = try await outcome(context)
        guard let output, let reader = try await store.object(output, of: job.tenant), let report else {
            throw Problem.notFound("output")
        }
        let kind = try await keeping.kept(report, of: job.tenant).answer.reply.output
        var response = Response(status: .ok)
        response.headers[.contentType] = kind?.mediaType ?? "application/octet-stream"
        response.headers[.contentDigest] = ContentDigest.field(sha256: output.bytes)
        response.body = keeping.chunks(reader)
        return response
    }

    private func told(_ job: Job) async throws -> JobJSON {
        guard case .succeeded(let report?, _) = job.outcome else { return JobJSON(job) }
        return JobJSON(job, try await keeping.kept(report, of: job.tenant))
    }

    private func outcome(_ context: ServiceContext) async throws -> (Job, report: Digest?, output: Digest?) {
        let job = try await job(context)
        switch job.outcome {
        case .succeeded(let report, let output): return (job, report, output)
        case .failed: throw Problem.notFound("result, as the job failed")
        case nil: throw job.state.isFinal ? Problem.notFound("result") : Problem.unfinished
        }
    }

    private func job(_ context: ServiceContext) async throws -> Job {
        let identity = try context.requiredIdentity
        guard let id = Job.ID(context.parameters.get("id") ?? ""),
            let job = try await store.job(id, of: identity.tenant),
            identity.mayRead(whatBelongsTo: job.request.submitter)
        else { throw Problem.notFound("job") }
        return job
    }
}

/// An event of server-sent events.
private struct JobEvent {
    let bytes: [UInt8]

    init(_ job: JobJSON) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        bytes = Array("event: job\ndata: ".utf8) + Array(try encoder.encode(job)) + Array("\n\n".utf8)
    }
}

extension Problem {
    fileprivate static let unfinished: Problem = {
        var problem = Problem(
            "unfinished", .conflict, "the job has not ended",
            "ask for the job itself, or follow its events, until it has")
        (problem.isRetryable, problem.retryAfter) = (true, 2)
        return problem
    }()
}
