import EmissionsWorkerMessages
import FoundationEssentials
import Glibc
import Logging
import Metrics
import NIOCore
import Subprocess
import Synchronization
import SystemPackage

/// A worker process that is running.
final class WorkerProcess: Sendable {
    enum End { case renewed, closed, notStarted }

    private struct State {
        var reason: (any Error)?
        var isEnded = false
        var began = ContinuousClock.now
        var cpuBefore = 0.0
        var patience = 1.0
    }

    private let process: pid_t
    private let state = Mutex(State())

    private init(_ process: pid_t) { self.process = process }

    /// Starts a process and hands it document after document.
    static func serve(_ pool: WorkerPool) async -> End {
        let settings = pool.settings
        var inFlight: WorkerPool.Job?, worker: WorkerProcess?
        do {
            let result = try await Subprocess.run(
                .path(FilePath(settings.executable)), arguments: Arguments(settings.arguments),
                environment: .custom([
                    "SWIFT_BACKTRACE": "enable=no", "TMPDIR": settings.temporaryFolder, "PATH": "/usr/bin:/bin",
                ]),
                input: .inputWriter, output: .sequence, error: .discarded
            ) { execution -> (WorkerPool.Job?, WorkerProcess, End) in
                let worker = WorkerProcess(pid_t(execution.processIdentifier.value))
                settings.limits.impose(on: worker.process)
                // Has nothing to do by then, and may be in no state to end by itself.
                defer { worker.end(because: nil) }
                var replies = WorkerReplies(execution.standardOutput.makeAsyncIterator())
                for _ in 0..<settings.maxDocuments {
                    guard let job = await pool.next() else { return (nil, worker, .closed) }
                    guard worker.begin(job.errand) else {
                        // Ended while it had nothing to do.
                        await pool.tryAgain(job, isSecondTry: job.isSecondTry)
                        return (nil, worker, .renewed)
                    }
                    await pool.began(job, worker)
                    do {
                        try await Self.send(job.errand, execution.standardInputWriter)
                        let answer = try await replies.next(job.errand.progress)
                        await pool.ended(job, seconds: worker.seconds)
                        answer.reply.count()
                        job.continuation.resume(returning: answer)
                    } catch {
                        // The pipe broke, or what came through it was no reply.
                        worker.end(because: nil)
                        return (job, worker, .renewed)
                    }
                    if worker.isTooBig(settings.limits) { break }
                }
                return (nil, worker, .renewed)
            }
            inFlight = result.closureResult.0
            worker = result.closureResult.1
            if let job = inFlight, let worker {
                let failure = worker.failure(result.terminationStatus)
                await pool.ended(job, seconds: worker.seconds)
                if failure as? WorkerFailure == .crashed(signal: SIGKILL), !job.isSecondTry {
                    // Killed from outside, perhaps before it ever saw the document.
                    await pool.tryAgain(job)
                    return .renewed
                }
                job.continuation.resume(throwing: failure)
                if failure is WorkerFailure {
                    Counter(label: "emx_workers_ended_total").increment()
                    pool.log.error("a worker ended on a document", metadata: ["reason": "\(failure)"])
                }
            }
            return result.closureResult.2
        } catch {
            return .notStarted
        }
    }

    private static func send(_ errand: WorkerErrand, _ writer: StandardInputWriter) async throws {
        var request = errand.request
        request.wantsProgress = errand.progress != nil
        var bytes = try WorkerFrame.encode(request, payload: errand.document?.readableBytes ?? 0)
        if let document = errand.document { bytes += document.readableBytesView }
        _ = try await writer.write(bytes)
    }

    /// Notes that a document is begun; no, where the process is gone.
    private func begin(_ errand: WorkerErrand) -> Bool {
        guard let use = ProcessUse(of: process) else { return false }
        state.withLock {
            $0.began = .now
            $0.cpuBefore = use.cpuSeconds
            $0.patience = errand.patience
        }
        return true
    }

    var seconds: Double {
        let spent = ContinuousClock.now - state.withLock(\.began)
        return Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    }

    /// Ends the process; the first reason counts.
    func end(because reason: (any Error)?) {
        let isFirst = state.withLock { state in
            if state.reason == nil { state.reason = reason }
            defer { state.isEnded = true }
            return !state.isEnded
        }
        if isFirst { kill(process, SIGKILL) }
    }

    func holdToLimits(_ limits: ProcessLimits) {
        let (cpuBefore, patience) = state.withLock { ($0.cpuBefore, $0.patience) }
        if seconds > limits.wallSeconds * patience {
            return end(because: WorkerFailure.time(limit: limits.wallSeconds * patience))
        }
        guard let use = ProcessUse(of: process) else { return }
        if use.residentBytes > limits.memoryBytes {
            return end(because: WorkerFailure.memory(limit: limits.memoryBytes))
        }
        if use.cpuSeconds - cpuBefore > limits.cpuSeconds * patience {
            end(because: WorkerFailure.cpu(limit: limits.cpuSeconds * patience))
        }
    }

    /// Whether it keeps so much memory after a document that a new process is better.
    private func isTooBig(_ limits: ProcessLimits) -> Bool {
        // Asked only after documents that took long: reading /proc takes longer than a small document.
        guard seconds > 0.05, let use = ProcessUse(of: process) else { return false }
        return use.residentBytes > limits.memoryBytes / 4
    }

    private func failure(_ status: TerminationStatus) -> any Error {
        if let reason = state.withLock(\.reason) { return reason }
        if case .signaled(let signal) = status { return WorkerFailure.crashed(signal: signal) }
        return WorkerFailure.crashed(signal: nil)
    }
}

/// Replies as they come through a pipe.
private struct WorkerReplies {
    private var source: SubprocessOutputSequence.Iterator
    private var held: [UInt8] = []
    private static let maxPayload = 1 << 30

    struct NoReply: Error {}

    init(_ source: SubprocessOutputSequence.Iterator) { self.source = source }

    mutating func next(_ progress: (@Sendable (Int) -> Void)?) async throws -> WorkerAnswer {
        while true {
            let answer = try await frame()
            guard let bytes = answer.reply.bytesRead else { return answer }
            progress?(bytes)
        }
    }

    private mutating func frame() async throws -> WorkerAnswer {
        try await fill(WorkerFrame.headLength)
        guard let (length, payload) = WorkerFrame.lengths(held[..<WorkerFrame.headLength]), payload <= Self.maxPayload
        else { throw NoReply() }
        let start = WorkerFrame.headLength + length
        try await fill(start + payload)
        let reply = try WorkerFrame.decode(WorkerReply.self, Array(held[WorkerFrame.headLength..<start]))
        guard reply.payloadLength == payload else { throw NoReply() }
        let answer = WorkerAnswer(reply, Array(held[start..<start + payload]))
        held.removeFirst(start + payload)
        return answer
    }

    private mutating func fill(_ count: Int) async throws {
        while held.count < count {
            guard let buffer = try await source.next() else { throw NoReply() }
            buffer.withUnsafeBytes { held.append(contentsOf: $0) }
        }
    }
}
