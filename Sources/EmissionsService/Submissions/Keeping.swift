import EmissionsReports
import EmissionsStore
import EmissionsWorkerMessages
import FoundationEssentials
import Hummingbird
import NIOPosix

/// Checks documents and keeps them, with what was found.
struct Keeping: Sendable {
    let store: any Store
    let checking: Checking
    let settings: KeepingSettings
    let now: @Sendable () -> Date

    /// What a submitter says of a document besides.
    struct Wishes: Codable, Sendable {
        var query: CheckingQuery
        var label: String?
        /// The submission that it is a new version of.
        var previous: String?
    }

    /// Puts the bytes where they stay; they are nobody's until a submission or job refers to them.
    func keep(_ upload: Upload, of tenant: Tenant.ID) async throws -> StoredObject {
        let writer = try store.newObject(of: tenant)
        switch upload.content {
        case .memory(let buffer):
            try await offThread { try buffer.withUnsafeReadableBytes { try writer.write($0) } }
        case .file(let path):
            try await offThread {
                let file = OpenedFile(path)
                while let chunk = file.read(1 << 20) { try chunk.withUnsafeReadableBytes { try writer.write($0) } }
            }
        }
        return try await store.keep(writer, until: now().addingTimeInterval(3_600))
    }

    /// Keeps a submission whose bytes are kept already.
    func submit(
        _ object: StoredObject, _ wishes: Wishes, by submitter: Principal, _ answer: WorkerAnswer,
        of job: Job.ID? = nil
    ) async throws -> StoredSubmission {
        let findings = try answer.report("json").map { try ReportFindings($0) }
        let time = now()
        let report = try await store.keep(
            try KeptAnswer(answer).bytes(), of: object.tenant, until: time.addingTimeInterval(3_600))
        let reply = answer.reply
        let content = StoredSubmission.Content(
            submitter: submitter, fileName: wishes.query.name, label: wishes.label, digest: object.digest,
            size: object.size, format: reply.format, formatVersion: reply.version,
            profile: reply.profiles.isEmpty ? nil : reply.profiles.joined(separator: ","),
            verdict: Verdict(rawValue: reply.verdict) ?? .undecided,
            counts: SeverityCounts(errors: reply.errors, warnings: reply.warnings, notes: reply.notes),
            rulePack: findings?.rulePack, report: report.digest, expires: settings.submissionExpiry(time),
            previous: wishes.previous.flatMap { StoredSubmission.ID($0) })
        return try await store.addSubmission(
            content, findings: findings?.stored ?? [], of: object.tenant, by: job, now: time)
    }

    /// The request that has a kept document checked.
    func request(_ work: WorkerRequest.Work, _ query: CheckingQuery, file: String) -> WorkerRequest {
        var request = checking.request(work, query)
        request.file = file
        request.reports = KeptAnswer.forms
        request.maxFindings = settings.maxFindings
        return request
    }

    /// The report of a submission or job, as it was given.
    func kept(_ digest: Digest, of tenant: Tenant.ID) async throws -> KeptAnswer {
        guard let reader = try await store.object(digest, of: tenant) else { throw StoreError.notFound("report") }
        return try KeptAnswer(try await offThread { try reader.all() })
    }

    /// The bytes of an object, piece by piece.
    func chunks(_ reader: ObjectReader) -> ResponseBody {
        ResponseBody(contentLength: reader.size) { writer in
            while case let bytes = try await offThread({ try reader.read(upTo: 1 << 18) }), !bytes.isEmpty {
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
    }
}

extension ObjectReader {
    fileprivate func all() throws -> [UInt8] {
        var all: [UInt8] = []
        while case let bytes = try read(upTo: 1 << 20), !bytes.isEmpty { all += bytes }
        return all
    }
}

/// Does what blocks where it keeps nobody waiting.
func offThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive(work)
}
