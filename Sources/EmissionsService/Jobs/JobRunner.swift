import EmissionsStore
import EmissionsWorkerMessages
import FoundationEssentials
import HTTPTypes
import Logging
import NIOConcurrencyHelpers
import ServiceLifecycle

/// Works on jobs, of this server or another that is never heard of again.
struct JobRunner: Service {
    let keeping: Keeping
    let log: Logger
    /// Tells this server from others that take jobs of the same store.
    let owner = RandomName.make(bytes: 8)

    private var store: any Store { keeping.store }
    private var settings: KeepingSettings { keeping.settings }

    func run() async throws {
        await withDiscardingTaskGroup { group in
            for _ in 0..<settings.jobCount { group.addTask { await takeJobs() } }
            group.addTask { await purge() }
        }
    }

    private func takeJobs() async {
        let retries = RetryLimit(problem: Self.neverEnded)
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                let now = keeping.now()
                if let job = try await store.takeJob(
                    by: owner, until: now.addingTimeInterval(settings.leaseSeconds), retries: retries, now: now)
                {
                    await work(on: job)
                    continue
                }
            } catch {
                log.error("no job can be taken", metadata: ["reason": "\(type(of: error))"])
            }
            await pause(for: .milliseconds(500))
        }
    }

    /// Removes what is no longer to be kept, now and every hour.
    private func purge() async {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            do {
                try await store.purge(now: keeping.now())
            } catch {
                log.error("what has expired can't be removed", metadata: ["reason": "\(error)"])
            }
            await pause(for: .seconds(3_600))
        }
    }

    /// Ends early when the server is to stop.
    private func pause(for duration: Duration) async {
        let sleep = Task { try await Task.sleep(for: duration) }
        await withTaskCancellationOrGracefulShutdownHandler {
            _ = await sleep.result
        } onCancelOrGracefulShutdown: {
            sleep.cancel()
        }
    }

    // MARK: One job

    private enum Course: Sendable {
        case ended(Result<JobOutcome, any Error>)
        /// Somebody cancelled it, or it is another server's by now.
        case notOurs
        /// The server stops, and it takes too long.
        case returned
    }

    private func work(on job: Job) async {
        guard let lease = job.lease else { return }
        let progress = JobProgress(total: job.progress.bytesTotal)
        let course = await withTaskGroup(of: Course?.self) { group in
            group.addTask {
                do { return .ended(.success(try await outcome(of: job, progress))) } catch {
                    return .ended(.failure(error))
                }
            }
            group.addTask { await keepLease(lease, progress) }
            group.addTask { await waitForStop() }
            defer { group.cancelAll() }
            while let next = await group.next() {
                if let next { return next }
            }
            return .notOurs
        }
        do {
            switch course {
            case .ended(.success(let outcome)):
                _ = try await store.finishJob(lease, outcome, progress: progress.value, now: keeping.now())
            case .ended(.failure(let error)):
                let problem = Problem(error)
                log.info("a job failed", metadata: ["job": "\(job.id)", "problem": "\(problem.type)"])
                _ = try await store.finishJob(
                    lease, .failed(problem: try KeptProblem(problem).bytes()), progress: progress.value,
                    now: keeping.now())
            case .notOurs: break
            case .returned: try await store.returnJob(lease, now: keeping.now())
            }
        } catch {
            log.error("a job can't be ended", metadata: ["job": "\(job.id)", "reason": "\(error)"])
        }
    }

    private func outcome(of job: Job, _ progress: JobProgress) async throws -> JobOutcome {
        let wishes = try JSONDecoder().decode(Keeping.Wishes.self, from: Data(job.request.parameters))
        guard let input = job.request.input, let reader = try await store.object(input, of: job.tenant),
            let kind = JobKind(rawValue: job.request.kind)
        else { throw StoreError.notFound("document") }
        progress.begin(total: reader.size)
        var request = keeping.request(kind == .convert ? .convert : .validate, wishes.query, file: reader.path)
        let file = keeping.checking.outputFile()
        request.outputFile = file.path
        var errand = WorkerErrand(request)
        errand.patience = settings.jobPatience
        errand.progress = { progress.tell($0) }
        let answer = try await keeping.checking.answer(errand, digest: input.description)
        var kept = KeptAnswer(answer), output: Digest?
        let until = keeping.now().addingTimeInterval(3_600)
        switch kind {
        case .validate: break
        case .submit:
            let object = StoredObject(tenant: job.tenant, digest: input, size: reader.size)
            let submitter = job.request.submitter
            kept.submission = try await keeping.submit(object, wishes, by: submitter, answer, of: job.id).id.description
        case .convert:
            if let refusal = answer.reply.refusal { throw Problem(refusal, answer) }
            if let bytes = answer.output {
                output = try await store.keep(bytes, of: job.tenant, until: until).digest
            } else {
                let upload = Upload(.file(file.path), size: 0, sha256: "", name: "")
                output = try await keeping.keep(upload, of: job.tenant).digest
            }
        }
        progress.end(records: answer.reply.records)
        let report = try await store.keep(try kept.bytes(), of: job.tenant, until: until)
        return .succeeded(report: report.digest, output: output)
    }

    /// Says again and again that the job is worked on; ends when it is to be left.
    private func keepLease(_ lease: JobLease, _ progress: JobProgress) async -> Course? {
        var lease = lease
        var lastHeard = keeping.now()
        while !Task.isCancelled {
            do { try await Task.sleep(for: .milliseconds(Int(settings.leaseSeconds * 1_000 / 15))) } catch {
                return nil
            }
            let now = keeping.now()
            do {
                switch try await store.heartbeat(
                    lease, progress: progress.value, until: now.addingTimeInterval(settings.leaseSeconds), now: now)
                {
                case .held(let held): (lease, lastHeard) = (held, now)
                case .cancelled, .lost: return .notOurs
                }
            } catch {
                // Another server takes it when the lease has run out.
                if now.timeIntervalSince(lastHeard) > settings.leaseSeconds { return .notOurs }
            }
        }
        return nil
    }

    /// Ends when the server is to stop and has waited long enough for the job.
    private func waitForStop() async -> Course? {
        do {
            try await gracefulShutdown()
            try await Task.sleep(for: .seconds(settings.drainSeconds))
            return .returned
        } catch { return nil }
    }

    private static let neverEnded: [UInt8] = {
        let problem = Problem(
            "job-abandoned", .internalServerError, "the job was begun several times and never ended",
            "the servers that worked on it stopped; send the document again, and tell the operator")
        do { return try KeptProblem(problem).bytes() } catch { return [] }
    }()
}

/// How far a job has come, as its worker tells.
final class JobProgress: Sendable {
    private let state: NIOLockedValueBox<Job.Progress>

    init(total: Int?) { state = NIOLockedValueBox(Job.Progress(bytesTotal: total)) }

    var value: Job.Progress { state.withLockedValue { $0 } }

    func begin(total: Int) { state.withLockedValue { $0.bytesTotal = total } }

    func tell(_ bytes: Int) { state.withLockedValue { $0.bytesDone = min(bytes, $0.bytesTotal ?? bytes) } }

    func end(records: Int) {
        state.withLockedValue {
            $0.bytesDone = $0.bytesTotal ?? $0.bytesDone
            $0.records = records
        }
    }
}
