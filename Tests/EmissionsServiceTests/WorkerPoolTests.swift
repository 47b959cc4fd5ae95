import EmissionsService
import EmissionsWorkerMessages
import Foundation
import Logging
import NIOCore
import ServiceLifecycle
import TestSupport
import Testing

/// What becomes of documents whose workers go wrong, and of the others.
@Suite struct WorkerPoolTests {
    @Test(arguments: ["trap", "leave", "babble"])
    func aWorkerThatEndsIsAFailureOfItsDocumentAlone(fault: String) async throws {
        try await withPool { pool in
            async let others = verdicts(of: (0..<20).map { "document \($0)" }, pool)
            await #expect { try await pool.verdict(fault) } throws: { error in
                if case WorkerFailure.crashed = error { true } else { false }
            }
            let answered = try await others
            #expect(answered == (0..<20).map { "document \($0)" })
            let afterwards = try await pool.verdict("afterwards")
            #expect(afterwards == "afterwards")
        }
    }

    @Test func aWorkerThatSpinsIsEndedAtItsLimitOfProcessorTime() async throws {
        try await withPool(limits: { $0.cpuSeconds = 0.5 }) { pool in
            async let other = pool.verdict("meanwhile")
            await #expect(throws: WorkerFailure.cpu(limit: 0.5)) { try await pool.verdict("spin") }
            let answered = try await other
            #expect(answered == "meanwhile")
        }
    }

    @Test func aWorkerThatHangsIsEndedAtItsLimitOfTime() async throws {
        try await withPool(limits: { $0.wallSeconds = 2 }) { pool in
            async let other = pool.verdict("meanwhile")
            await #expect(throws: WorkerFailure.time(limit: 2)) { try await pool.verdict("hang") }
            let answered = try await other
            #expect(answered == "meanwhile")
        }
    }

    @Test func aWorkerThatAllocatesIsEndedAtItsLimitOfMemory() async throws {
        try await withPool(limits: { $0.memoryBytes = 128 << 20 }) { pool in
            async let other = pool.verdict("meanwhile")
            await #expect(throws: WorkerFailure.memory(limit: 128 << 20)) { try await pool.verdict("allocate") }
            let answered = try await other
            #expect(answered == "meanwhile")
        }
    }

    @Test func aDocumentWhoseWorkerWasKilledFromOutsideIsTriedOnceMore() async throws {
        try await withPool { pool in
            let verdict = try await pool.verdict("killed once")
            #expect(verdict == "killed once")
            await #expect(throws: WorkerFailure.crashed(signal: SIGKILL)) { try await pool.verdict("killed always") }
        }
    }

    @Test func moreThanMayWaitIsRefusedWithATimeToComeAgain() async throws {
        try await withPool(maxWaiting: 8) { pool in
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        do {
                            _ = try await pool.verdict("slow")
                            return true
                        } catch WorkerFailure.busy(let seconds) {
                            return seconds < 1 || seconds > 300
                        } catch { return false }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            }
            // Two are at work and eight wait at any time; the rest is refused at once.
            #expect(outcomes[true] ?? 0 >= 8)
            #expect(outcomes[false] ?? 0 > 0)
        }
    }

    @Test func whoGoesAwayMakesRoomForOthers() async throws {
        try await withPool { pool in
            let waiting = Task { try await pool.verdict("hang") }
            try await Task.sleep(for: .milliseconds(100))
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            let others = try await verdicts(of: ["a", "b", "c"], pool)
            #expect(others == ["a", "b", "c"])
        }
    }

    @Test func whatHasBegunIsEndedBeforeThePoolIs() async throws {
        let pool = pool()
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: pool)], gracefulShutdownSignals: [], logger: pool.quiet))
        async let running: Void = group.run()
        async let slow = pool.verdict("slow")
        try await Task.sleep(for: .milliseconds(100))
        await group.triggerGracefulShutdown()
        let answered = try await slow
        #expect(answered == "slow")
        try await running
        await #expect(throws: WorkerFailure.stopping) { try await pool.verdict("late") }
    }

    @Test func withoutAProgramToStartDocumentsAreRefusedInsteadOfWaiting() async throws {
        try await withPool(executable: "/nonexistent/worker") { pool in
            await #expect(throws: WorkerFailure.unavailable) { try await pool.verdict("any") }
        }
    }

    // MARK: Pools

    /// Limits are far away but for the one that a test is about: other tests may keep this machine busy for long.
    private func pool(
        executable: String = productsFolder + "/FaultyWorker", maxWaiting: Int = 30,
        limits: (inout ProcessLimits) -> Void = { _ in }
    ) -> WorkerPool {
        var settings = WorkerPool.Settings(executable: executable)
        settings.arguments = [NSTemporaryDirectory() + "/emx-marker-" + UUID().uuidString]
        settings.maxWaiting = maxWaiting
        (settings.limits.cpuSeconds, settings.limits.wallSeconds) = (600, 600)
        limits(&settings.limits)
        return WorkerPool(settings, Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func withPool(
        executable: String = productsFolder + "/FaultyWorker", maxWaiting: Int = 30,
        limits: (inout ProcessLimits) -> Void = { _ in }, _ body: (WorkerPool) async throws -> Void
    ) async throws {
        let pool = pool(executable: executable, maxWaiting: maxWaiting, limits: limits)
        let group = ServiceGroup(
            configuration: .init(services: [.init(service: pool)], gracefulShutdownSignals: [], logger: pool.quiet))
        async let running: Void = group.run()
        do {
            try await body(pool)
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await running
    }

    private func verdicts(of documents: [String], _ pool: WorkerPool) async throws -> [String] {
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (index, document) in documents.enumerated() {
                group.addTask { (index, try await pool.verdict(document)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}

extension WorkerPool {
    fileprivate nonisolated var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

    fileprivate nonisolated func verdict(_ document: String) async throws -> String {
        let request = WorkerRequest(.validate, name: "test", today: "2026-11-24")
        return try await answer(WorkerErrand(request, document: ByteBuffer(string: document))).reply.verdict
    }
}
