import EmissionsStore
import EmissionsWorkerMessages
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// What a job is to do.
enum JobKind: String, CaseIterable, Sendable { case validate, convert, submit }

/// Takes documents to be worked on while nobody waits on the line.
struct JobDesk: Sendable {
    let keeping: Keeping

    func accept(
        _ kind: JobKind, _ upload: Upload, _ wishes: Keeping.Wishes, by identity: Identity, asPreferred: Bool
    ) async throws -> Response {
        try keeping.checking.refuseQuarantined(upload.sha256)
        let object = try await keeping.keep(upload, of: identity.tenant)
        let now = keeping.now()
        let request = Job.Request(
            submitter: identity.principal, kind: kind.rawValue,
            parameters: Array(try JSONEncoder().encode(wishes)), input: object.digest,
            expires: keeping.settings.jobExpiry(now))
        let job = try await keeping.store.addJob(request, of: identity.tenant, now: now)
        var response = try Response.json(JobJSON(job), .accepted)
        response.headers[.location] = "/v1/jobs/\(job.id)"
        if asPreferred { response.headers[.preferenceApplied] = "respond-async" }
        return response
    }
}

/// A job as the interface tells of it.
struct JobJSON: Encodable {
    struct Progress: Encodable {
        var bytesDone: Int, bytesTotal: Int?, records: Int

        enum CodingKeys: CodingKey { case bytesDone, bytesTotal, records }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(bytesDone, forKey: .bytesDone)
            try container.encode(bytesTotal, forKey: .bytesTotal)
            try container.encode(records, forKey: .records)
        }
    }

    var id: String, kind: String, state: String, progress: Progress, attempts: Int, created: Date, started: Date?
    var finished: Date?, expires: Date, problem: KeptProblem?, verdict: String?, submission: String?
    var links: [String: String]

    /// A job, and what came of it where that was read.
    init(_ job: Job, _ answer: KeptAnswer? = nil) {
        id = job.id.description
        (kind, state) = (job.request.kind, job.state.rawValue)
        progress = Progress(
            bytesDone: job.progress.bytesDone, bytesTotal: job.progress.bytesTotal, records: job.progress.records)
        (attempts, created, started, finished) = (job.attempts, job.created, job.started, job.finished)
        expires = job.request.expires
        verdict = answer?.answer.reply.verdict
        submission = answer?.submission
        let base = "/v1/jobs/\(job.id)"
        links = ["self": base, "events": "\(base)/events"]
        switch job.outcome {
        case .succeeded(let report, let output):
            if report != nil { links["report"] = "\(base)/report" }
            if answer?.answer.loss != nil { links["loss"] = "\(base)/loss" }
            if output != nil { links["output"] = "\(base)/output" }
        case .failed(let bytes): problem = KeptProblem(bytes)
        case nil: break
        }
        if let submission { links["submission"] = "/v1/submissions/\(submission)" }
    }
}

/// A problem as it is kept of a job.
struct KeptProblem: Codable, Sendable {
    var type: String, title: String, status: Int, detail: String, limit: String?, observed: String?, retryable: Bool

    init(_ problem: Problem) {
        (type, title, status) = (Problem.base + problem.type, problem.title, problem.status.code)
        (detail, limit, observed) = (problem.detail, problem.limit, problem.observed)
        retryable = problem.isRetryable
    }

    /// `nil` for bytes that are no problem.
    init?(_ bytes: [UInt8]) {
        do { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) } catch { return nil }
    }

    func bytes() throws -> [UInt8] { Array(try JSONEncoder().encode(self)) }
}
