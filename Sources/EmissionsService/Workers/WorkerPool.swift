import DequeModule
public import Logging
import Metrics
public import ServiceLifecycle

/// Worker processes that documents are handed to, one at a time each.
///
/// A document that ends its worker is answered with a ``WorkerFailure`` of its own; the place is filled by a new process,
/// and nobody else notices.
public actor WorkerPool: Service {
    public struct Settings: Sendable {
        /// The program to start, and what it is called with.
        public var executable: String
        public var arguments = ["worker"]
        public var count = 2
        /// How many documents may wait for a worker.
        public var maxWaiting = 64
        public var limits = ProcessLimits()
        /// After so many documents a worker makes way for a new one.
        public var maxDocuments = 10_000
        /// Where workers put what they can't hold in memory.
        public var temporaryFolder = "/tmp"

        public init(executable: String) { self.executable = executable }
    }

    /// A document that waits, or is being worked on.
    final class Job: Sendable {
        let number: Int
        let errand: WorkerErrand
        let continuation: CheckedContinuation<WorkerAnswer, any Error>
        /// Whether a worker was ended on it from outside once already.
        let isSecondTry: Bool

        init(
            _ number: Int, _ errand: WorkerErrand, _ continuation: CheckedContinuation<WorkerAnswer, any Error>,
            isSecondTry: Bool = false
        ) {
            (self.number, self.errand, self.continuation) = (number, errand, continuation)
            self.isSecondTry = isSecondTry
        }
    }

    public nonisolated let settings: Settings
    nonisolated let log: Logger
    private var waiting: Deque<Job> = []
    private var idle: [CheckedContinuation<Job?, Never>] = []
    private var busy: [Int: WorkerProcess] = [:]
    private var lastNumber = 0
    private var isOpen = true
    /// How long documents took of late, in seconds.
    private var usualSeconds = 0.05

    public init(_ settings: Settings, _ log: Logger) { (self.settings, self.log) = (settings, log) }

    /// Has a document worked on.
    ///
    /// - Throws: ``WorkerFailure``, or `CancellationError` where nobody waits for it any more.
    public func answer(_ errand: WorkerErrand) async throws -> WorkerAnswer {
        guard isOpen else { throw WorkerFailure.stopping }
        guard waiting.count < settings.maxWaiting else {
            Counter(label: "emx_workers_refused_total").increment()
            throw WorkerFailure.busy(retryAfter: secondsUntilFree)
        }
        lastNumber += 1
        let number = lastNumber
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                take(Job(number, errand, continuation))
            }
        } onCancel: {
            Task { await withdraw(number) }
        }
    }

    /// Documents that wait, and workers that are at work.
    public var load: (waiting: Int, busy: Int) { (waiting.count, busy.count) }
    /// Whether the program that works on documents could be started when that was last tried.
    private(set) var isAlive = false

    private var secondsUntilFree: Int {
        let seconds = Double(waiting.count + busy.count) * usualSeconds / Double(max(1, settings.count))
        return max(1, min(300, Int(seconds.rounded(.up))))
    }

    private func take(_ job: Job) {
        if let slot = idle.popLast() {
            slot.resume(returning: job)
        } else {
            waiting.append(job)
        }
    }

    /// Forgets a document that waits; one that is being worked on takes its worker with it.
    private func withdraw(_ number: Int) {
        if let index = waiting.firstIndex(where: { $0.number == number }) {
            waiting.remove(at: index).continuation.resume(throwing: CancellationError())
        } else if let worker = busy[number] {
            worker.end(because: CancellationError())
        }
    }

    // MARK: For the workers

    /// The next document; `nil` when there will be no more.
    func next() async -> Job? {
        isAlive = true
        if let job = waiting.popFirst() { return job }
        if !isOpen { return nil }
        return await withCheckedContinuation { idle.append($0) }
    }

    func began(_ job: Job, _ worker: WorkerProcess) { busy[job.number] = worker }

    func ended(_ job: Job, seconds: Double) {
        busy[job.number] = nil
        usualSeconds = usualSeconds * 0.9 + seconds * 0.1
    }

    /// Hands a document to another worker, whose first one was ended by somebody else.
    func tryAgain(_ job: Job, isSecondTry: Bool = true) {
        let again = Job(job.number, job.errand, job.continuation, isSecondTry: isSecondTry)
        if let slot = idle.popLast() { slot.resume(returning: again) } else { waiting.prepend(again) }
    }

    // MARK: The service

    public func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for _ in 0..<settings.count { group.addTask { await self.keepWorker() } }
            group.addTask { await self.watch() }
            try? await gracefulShutdown()
            self.close()
        }
    }

    private func close() {
        isOpen = false
        for slot in idle { slot.resume(returning: nil) }
        idle = []
    }

    /// Keeps one place filled until the pool is closed.
    private func keepWorker() async {
        while isOpen || !waiting.isEmpty {
            switch await WorkerProcess.serve(self) {
            case .renewed: continue
            case .closed: return
            case .notStarted:
                isAlive = false
                log.critical("no worker can be started", metadata: ["executable": "\(settings.executable)"])
                while let job = waiting.popFirst() { job.continuation.resume(throwing: WorkerFailure.unavailable) }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Ends workers that use more than they may.
    private func watch() async {
        while isOpen || !busy.isEmpty {
            for worker in busy.values { worker.holdToLimits(settings.limits) }
            if (try? await Task.sleep(for: .milliseconds(50))) == nil { return }
        }
    }
}
