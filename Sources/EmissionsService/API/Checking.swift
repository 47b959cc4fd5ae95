import EmissionsReports
import EmissionsWorkerMessages
import FoundationEssentials
import Hummingbird
import NIOCore

/// Takes a document and has a worker look at it.
struct Checking: Sendable {
    let pool: WorkerPool
    let uploads: UploadSettings
    /// The biggest document that somebody may wait for.
    let synchronousBytes: Int
    let quarantine: QuarantineList
    /// The day on which validity is judged.
    let today: @Sendable () -> String

    /// The body of a request. It may be smaller where somebody waits on the line for what comes of it.
    ///
    /// - Throws: ``Problem`` where it is too big, too slow, or not what its digest tells.
    func receive(_ request: Request, _ query: CheckingQuery, isAwaited: Bool = false) async throws -> Upload {
        var settings = uploads
        if isAwaited, synchronousBytes < settings.maxBytes { settings.limit = .synchronous(synchronousBytes) }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }) { try settings.limit.hold(length) }
        var receiver = UploadReceiver(settings, name: query.name)
        for try await chunk in request.body { try await receiver.add(chunk) }
        let upload = try await receiver.end()
        guard upload.size > 0 else { throw Problem.empty }
        try ContentDigest.verify(upload, request.headers)
        return upload
    }

    func validate(
        _ upload: Upload, _ query: CheckingQuery, _ forms: [ReportFormat], wantsFigures: Bool = false
    ) async throws -> WorkerAnswer {
        var request = self.request(.validate, query)
        request.wantsFigures = wantsFigures
        request.reports = forms.map(\.rawValue)
        return try await answer(request, upload)
    }

    func detect(_ upload: Upload, _ query: CheckingQuery) async throws -> WorkerAnswer {
        try await answer(request(.detect, query), upload)
    }

    func convert(_ upload: Upload, _ query: CheckingQuery) async throws -> Conversion {
        let (request, file) = conversion(query)
        return Conversion(try await answer(request, upload), file)
    }

    /// Converts a document that is kept in a file.
    func convert(file path: String, digest: String, _ query: CheckingQuery) async throws -> Conversion {
        var (request, file) = conversion(query)
        request.file = path
        return Conversion(try await answer(WorkerErrand(request), digest: digest), file)
    }

    private func conversion(_ query: CheckingQuery) -> (WorkerRequest, SpooledOutput) {
        var request = request(.convert, query)
        request.reports = [ReportFormat.json.rawValue]
        let file = outputFile()
        request.outputFile = file.path
        return (request, file)
    }

    /// A file for an output, gone with the value.
    func outputFile() -> SpooledOutput { SpooledOutput(path: "\(uploads.folder)/\(RandomName.make(bytes: 16))") }

    func request(_ work: WorkerRequest.Work, _ query: CheckingQuery) -> WorkerRequest {
        var request = WorkerRequest(work, name: query.name, today: today())
        (request.from, request.to, request.profiles) = (query.from, query.to, query.profiles)
        (request.allowsIncomplete, request.refusesLoss) = (query.allowsIncomplete, query.refusesLoss)
        return request
    }

    func answer(_ request: WorkerRequest, _ upload: Upload) async throws -> WorkerAnswer {
        var errand = WorkerErrand(request)
        switch upload.content {
        case .memory(let buffer): if request.file == nil { errand.document = buffer }
        case .file(let path): errand.request.file = request.file ?? path
        }
        let answer = try await answer(errand, digest: upload.sha256)
        withExtendedLifetime(upload) {}
        return answer
    }

    /// Has a worker do something with the document of a digest, and remembers the document if that ends the worker.
    func answer(_ errand: WorkerErrand, digest: String) async throws -> WorkerAnswer {
        try refuseQuarantined(digest)
        do {
            return try await pool.answer(errand)
        } catch let failure as WorkerFailure {
            if failure.blamesDocument { await quarantine.add(digest, failure) }
            throw Problem(failure)
        }
    }

    func refuseQuarantined(_ digest: String) throws(Problem) {
        if quarantine.contains(digest) { throw .quarantined }
    }
}

extension Problem {
    fileprivate static let empty = Problem(
        "empty", .badRequest, "there is no document", "the body is empty; send the document as the body of the request")

    init(_ failure: WorkerFailure) {
        switch failure {
        case .crashed:
            self.init(
                "worker-ended", .internalServerError, "the document could not be checked",
                "the program that read it ended unexpectedly, which is an error of ours, and there is no verdict; "
                    + "tell the operator the traceId")
            observed = "exit status 70"
        case .memory(let limit):
            self.init(
                "memory-limit", .contentTooLarge, "the document needs too much memory",
                "reading it took more than \(limit >> 20) MB, and there is no verdict; split it by record")
            self.limit = "workers.memory=\(limit >> 20)M"
        case .cpu(let seconds), .time(let seconds):
            let name = if case .cpu = failure { "workers.cpuSeconds" } else { "workers.wallSeconds" }
            self.init(
                "time-limit", .contentTooLarge, "the document takes too long",
                "reading it took more than \(Int(seconds)) s, and there is no verdict; split it by record, "
                    + "or send it as a job with Prefer: respond-async")
            limit = "\(name)=\(Int(seconds))"
        case .busy(let seconds):
            self.init(
                "busy", .serviceUnavailable, "the service is busy",
                "many documents are waiting; send it again in \(seconds) s")
            (isRetryable, retryAfter) = (true, seconds)
        case .unavailable:
            self.init(
                "no-worker", .serviceUnavailable, "the service can't check documents at the moment",
                "no program to read them can be started; tell the operator, and try again later")
            (isRetryable, retryAfter) = (true, 60)
        case .stopping:
            self.init(
                "stopping", .serviceUnavailable, "the service is about to stop", "send the document again in a moment")
            (isRetryable, retryAfter) = (true, 5)
        }
    }
}
